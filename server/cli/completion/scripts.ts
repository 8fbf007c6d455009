/** Has bash complete `variorum`; it asks the program itself, so that it never falls behind it. */
const bash = `_variorum() {
  local value says
  COMPREPLY=()
  while IFS=$'\\t' read -r value says; do
    if [[ $value == :files ]]; then
      compopt -o default 2>/dev/null
      COMPREPLY=()
      return
    fi
    COMPREPLY+=("$value")
  done < <(variorum complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -F _variorum variorum
`;

const zsh = `#compdef variorum
_variorum() {
  local -a lines offered
  local line
  lines=("\${(@f)$(variorum complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  if [[ \${lines[1]} == :files ]]; then
    _files
    return
  fi
  for line in $lines; do
    offered+=("\${\${line%%$'\\t'*}//:/\\\\:}:\${line#*$'\\t'}")
  done
  _describe variorum offered
}
compdef _variorum variorum
`;

const fish = `function __variorum_complete
  set -l lines (variorum complete -- (commandline -opc)[2..-1] (commandline -ct) 2>/dev/null)
  if test "$lines[1]" = ':files'
    __fish_complete_path (commandline -ct)
  else
    printf '%s\\n' $lines
  end
end
complete -c variorum -f -a '(__variorum_complete)'
`;

/** What each shell reads to complete \`variorum\`, and where it looks for it. */
export const scripts: Readonly<Record<string, string>> = { bash, zsh, fish };
