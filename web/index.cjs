// require('torchlet'): the same instance as import, by Node's require(esm).
module.exports = require('./index.js');
