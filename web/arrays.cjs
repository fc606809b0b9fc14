// require('torchlet/arrays') where it takes no ES module.
module.exports = require('./build/torchlet.cjs').arrays;
