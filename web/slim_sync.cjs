// require('torchlet/slim') where it takes ES modules: the function itself, of the same instance as import.
module.exports = require('./slim.js').default;
