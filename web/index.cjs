// require('torchlet') where it takes no ES module. Marked as one, as by Node, so that compilers find the default export.
module.exports = Object.assign(require('./build/torchlet.cjs').torchlet, { __esModule: true });
