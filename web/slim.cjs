// require('torchlet/slim'): the function itself, by Node's require(esm).
module.exports = require('./slim.js').default;
