// require('torchlet/arrays'): the same instance as import, by Node's require(esm).
module.exports = require('./arrays.js');
