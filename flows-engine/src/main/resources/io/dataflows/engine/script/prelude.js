// Evaluated in each fresh context before the author's code. It keeps what it needs in constants, so that the author's
// code may change every global without breaking what comes after it.
(function (emit, env) {
  'use strict';
  const { parse, stringify } = JSON;
  const { isArray, prototype: arrayPrototype } = Array;
  const { getPrototypeOf, setPrototypeOf, defineProperty, keys, create, prototype: objectPrototype } = Object;
  const { apply } = Reflect;
  const call = Function.prototype.call;
  const uncurried = (method) => call.bind(method);
  const then = uncurried(Promise.prototype.then);
  const iso = uncurried(Date.prototype.toISOString);
  const time = uncurried(Date.prototype.getTime);
  const functionText = uncurried(Function.prototype.toString);
  const symbolText = uncurried(Symbol.prototype.toString);
  const numberOf = uncurried(Number.prototype.valueOf);
  const textOf = uncurried(String.prototype.valueOf);
  const truthOf = uncurried(Boolean.prototype.valueOf);
  const instance = uncurried(Function.prototype[Symbol.hasInstance]);
  const cut = uncurried(String.prototype.slice);
  const OwnPromise = Promise;
  const OwnError = Error;
  const OwnDate = Date;
  const OwnString = String;
  const OwnNumber = Number;
  const OwnBoolean = Boolean;
  const OwnTypeError = TypeError;
  const OwnRangeError = RangeError;
  const uncloneable = [Promise, WeakMap, WeakSet, WeakRef];
  const empty = [Map, Set, RegExp, ArrayBuffer, DataView];
  const names = { __proto__: null };
  for (const name of ['EvalError', 'RangeError', 'ReferenceError', 'SyntaxError', 'TypeError', 'URIError']) {
    names[name] = true;
  }
  const DEEPEST = 190;
  const LINE = 4000;

  const isAny = (value, kinds) => {
    for (let i = 0; i < kinds.length; i++) {
      if (instance(kinds[i], value)) {
        return true;
      }
    }
    return false;
  };

  const text = (value, otherwise) => (typeof value === 'string' ? value : otherwise);

  const describe = (error) => {
    let name = error.name;
    name = typeof name === 'string' && names[name] ? name : 'Error';
    return { __proto__: null, name, message: text(error.message, ''), stack: text(error.stack, '') };
  };

  // Most results hold nothing but JSON values: they are written as they are.
  const isPlain = (value, depth) => {
    const type = typeof value;
    if (type === 'string' || type === 'number' || type === 'boolean' || value === null) {
      return true;
    }
    if (type !== 'object' || depth > 50) {
      return false;
    }
    const prototype = getPrototypeOf(value);
    if (prototype === arrayPrototype) {
      for (let i = 0; i < value.length; i++) {
        if (!isPlain(value[i], depth + 1)) {
          return false;
        }
      }
      return isArray(value);
    }
    if (prototype !== objectPrototype) {
      return false;
    }
    const members = keys(value);
    for (let i = 0; i < members.length; i++) {
      if (!isPlain(value[members[i]], depth + 1)) {
        return false;
      }
    }
    return true;
  };

  const copyMembers = (value, copy, visit) => {
    const members = keys(value);
    for (let i = 0; i < members.length; i++) {
      copy[members[i]] = visit(value[members[i]], members[i]);
    }
    return copy;
  };

  const copyList = (value, visit) => {
    const copy = [];
    setPrototypeOf(copy, null);
    for (let i = 0; i < value.length; i++) {
      copy[i] = visit(value[i], i);
    }
    return copy;
  };

  // A copy of the value with nothing but JSON values, made as a structured clone that is then written as JSON; errors
  // are told apart from it, by the place where they stand.
  const copyOf = (root, errors) => {
    const above = [];
    const at = [];
    const copyObject = (value) => {
      if (instance(OwnError, value)) {
        const error = describe(value);
        error.at = copyList(at, (place) => place);
        errors[errors.length] = error;
        return null;
      }
      if (instance(OwnDate, value)) {
        return time(value) === time(value) ? iso(value) : null;
      }
      if (isAny(value, uncloneable)) {
        throw new OwnTypeError('#<' + value.constructor.name + '> could not be cloned.');
      }
      if (isAny(value, empty)) {
        return {};
      }
      if (instance(OwnNumber, value)) {
        return numberOf(value);
      }
      if (instance(OwnString, value)) {
        return textOf(value);
      }
      if (instance(OwnBoolean, value)) {
        return truthOf(value);
      }
      return isArray(value) ? copyList(value, visit) : copyMembers(value, create(null), visit);
    };
    const visitObject = (value) => {
      if (above.length > DEEPEST) {
        throw new OwnRangeError('The result is nested more than ' + DEEPEST + ' levels deep.');
      }
      for (let i = 0; i < above.length; i++) {
        if (above[i] === value) {
          throw new OwnTypeError('Converting circular structure to JSON');
        }
      }
      above[above.length] = value;
      const copy = copyObject(value);
      above.length--;
      return copy;
    };
    const visit = (value, place) => {
      at[at.length] = place;
      const copy = copyValue(value);
      at.length--;
      return copy;
    };
    const copyValue = (value) => {
      switch (typeof value) {
        case 'undefined':
          return null;
        case 'bigint':
          throw new OwnTypeError('Do not know how to serialize a BigInt');
        case 'function':
          throw new OwnTypeError(cut(functionText(value), 0, LINE) + ' could not be cloned.');
        case 'symbol':
          throw new OwnTypeError(cut(symbolText(value), 0, LINE) + ' could not be cloned.');
        case 'object':
          return value === null ? null : visitObject(value);
        default:
          return value;
      }
    };
    return copyValue(root);
  };

  // Answers are texts: one letter that says what follows, then JSON.
  const resolved = (value) => {
    if (isPlain(value, 0) && objectPrototype.toJSON === undefined && arrayPrototype.toJSON === undefined) {
      return 'v' + stringify(value);
    }
    const errors = [];
    const copy = copyOf(value, errors);
    return errors.length === 0 ? 'v' + stringify(copy) : 'w' + stringify({ __proto__: null, value: copy, errors });
  };

  const thrown = (value) => {
    if (instance(OwnError, value)) {
      return 'e' + stringify(describe(value));
    }
    switch (typeof value) {
      case 'undefined':
        return 'tnull';
      case 'string':
      case 'number':
      case 'boolean':
        return 't' + stringify(value);
      case 'object':
        if (value === null) {
          return 'tnull';
        }
        break;
      case 'bigint':
        return 'e' + stringify(describe(new OwnTypeError('Do not know how to serialize a BigInt')));
    }
    const message = typeof value === 'object' ? value.message : undefined;
    return (
      'e' +
      stringify({ __proto__: null, name: 'Error', message: text(message, 'The script threw an object that is no Error.') })
    );
  };

  // What the author's code made can throw again while it is looked at.
  const rejected = (value) => {
    try {
      return thrown(value);
    } catch (again) {
      return 'e' + stringify({ __proto__: null, name: 'Error', message: 'The script threw an object that throws.' });
    }
  };

  const revive = (data, aliases, faults) => {
    for (let i = 0; i < faults.length; i++) {
      const { at, members } = faults[i];
      const error = new OwnError(members.message);
      const names = keys(members);
      for (let j = 0; j < names.length; j++) {
        const enumerable = names[j] !== 'name' && names[j] !== 'message';
        defineProperty(error, names[j], { value: members[names[j]], enumerable, writable: true, configurable: true });
      }
      let place = data;
      for (let j = 0; j < at.length - 1; j++) {
        place = place[at[j]];
      }
      place[at[at.length - 1]] = error;
    }
    for (let i = 0; i < aliases.length; i += 2) {
      data[aliases[i]] = data[aliases[i + 1]];
    }
  };

  const written = (value) => {
    if (typeof value !== 'object' || value === null) {
      return OwnString(value);
    }
    return instance(OwnError, value) ? text(value.stack, '') : stringify(copyOf(value, []));
  };

  const line = (values) => {
    let whole = '';
    for (let i = 0; i < values.length && whole.length < LINE; i++) {
      const value = values[i];
      let part;
      try {
        part = written(value);
      } catch (unwritable) {
        part = '[' + typeof value + ']';
      }
      whole += (i === 0 ? '' : ' ') + part;
    }
    return cut(whole, 0, LINE);
  };

  const logger = (level) => (...values) => {
    emit(level, line(values));
  };

  // These work through a list, or the digits of a number, in one go that nobody can end: too long ones are refused.
  const guarded = (holder, name, lengthOf, most) => {
    const original = holder[name];
    const guard = {
      [name](...values) {
        if (lengthOf(this, values) > most) {
          throw new OwnRangeError(name + ' is asked to work through more than ' + most + ' elements.');
        }
        return apply(original, this, values);
      },
    }[name];
    defineProperty(holder, name, { value: guard, writable: true, enumerable: false, configurable: true });
  };
  const lengthOfThis = (list) => (list === null || list === undefined ? 0 : list.length);
  const lengthOfFirst = (list, values) => lengthOfThis(values[0]);
  const LONGEST_LIST = 10000000;
  const WORK_THROUGH = ['concat', 'copyWithin', 'includes', 'indexOf', 'join', 'lastIndexOf', 'reverse', 'slice', 'splice'];
  for (const name of WORK_THROUGH) {
    if (arrayPrototype[name] !== undefined) {
      guarded(arrayPrototype, name, lengthOfThis, LONGEST_LIST);
    }
  }
  guarded(Array, 'from', lengthOfFirst, LONGEST_LIST);

  const OwnBigInt = BigInt;
  const MOST_DIGITS = 100000;
  globalThis.BigInt = new Proxy(OwnBigInt, {
    apply(target, self, values) {
      if (typeof values[0] === 'string' && values[0].length > MOST_DIGITS) {
        throw new OwnRangeError('BigInt of more than ' + MOST_DIGITS + ' digits.');
      }
      return OwnBigInt(values[0]);
    },
  });
  defineProperty(OwnBigInt.prototype, 'constructor', { value: globalThis.BigInt, writable: true, configurable: true });

  globalThis.global = globalThis;
  globalThis.process = { env: env === '{}' ? {} : parse(env) };
  globalThis.module = { exports: null };
  globalThis.console = {
    log: logger('INFO'),
    info: logger('INFO'),
    warn: logger('WARNING'),
    error: logger('ERROR'),
    debug: logger('DEBUG'),
    trace: logger('TRACE'),
  };

  let answer = '';
  const settle = (value) => {
    try {
      answer = resolved(value);
    } catch (failure) {
      answer = rejected(failure);
    }
  };
  const fail = (failure) => {
    answer = rejected(failure);
  };

  // Starts the author's function; its answer is there when all promise jobs have run, which the host sees to.
  const start = (data, aliases, faults) => {
    try {
      // Looked up by name: the author's code may have put another "module" in its place.
      const main = module.exports;
      if (typeof main !== 'function') {
        throw new OwnTypeError('module.exports is not a function');
      }
      const copy = parse(data);
      revive(copy, parse(aliases), faults === '' ? [] : parse(faults));
      const result = apply(main, module, [copy]);
      const prototype = result !== null && typeof result === 'object' ? getPrototypeOf(result) : null;
      if (prototype === objectPrototype ? typeof result.then !== 'function' : prototype === null || prototype === arrayPrototype) {
        settle(result);
      } else {
        then(new OwnPromise((done) => done(result)), settle, fail);
      }
    } catch (failure) {
      fail(failure);
    }
    return answer;
  };

  return (what, data, aliases, faults) => {
    switch (what) {
      case 'start':
        return start(data, aliases, faults);
      case 'answer':
        return answer;
      default:
        return rejected(data);
    }
  };
});
