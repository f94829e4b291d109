'use strict';

const CHECK_EVERY_MS = 1000;

/** Exit once the process that started the kernel is gone, as ipykernel does; tslab alone would stay for ever. */
function exitWithParent() {
  const parent = process.ppid;
  const check = () => {
    if (process.ppid !== parent) process.exit(1);
  };
  setInterval(check, CHECK_EVERY_MS).unref();
}

module.exports = { exitWithParent };
