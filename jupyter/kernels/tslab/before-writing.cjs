'use strict';

/** Shows `see(name, text)` what a compiler emits; where it returns no name, the file is not handed on. */
function beforeWriting(host, see) {
  const { afterProgramCreate } = host;
  host.afterProgramCreate = (builder) => {
    const { emit } = builder;
    builder.emit = (file, write, ...rest) => {
      const seen = (name, text, ...others) => {
        const newName = see(name, text);
        if (newName !== undefined) write(newName, text, ...others);
      };
      return emit(file, seen, ...rest);
    };
    afterProgramCreate(builder);
  };
  return host;
}

module.exports = { beforeWriting };
