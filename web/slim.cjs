// require('torchlet/slim') where it takes no ES module: the function itself.
module.exports = require('./build/torchlet.cjs').createTorch;
