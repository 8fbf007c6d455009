/** @returns whether a command can be carried out now */
export function can(command, context) {
    return command.run(context);
}
/** Carries a command out if it can be. @returns whether it could */
export function call(command, context) {
    return command.run(context, act => act());
}
//# sourceMappingURL=command.js.map