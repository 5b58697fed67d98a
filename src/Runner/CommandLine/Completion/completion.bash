# Completion of leadersim for bash. Put into ~/.bashrc:  eval "$(leadersim completion bash)"
_leadersim() {
    local current="${COMP_WORDS[COMP_CWORD]}" line="${COMP_LINE:0:COMP_POINT}" token prefix suggestion
    line="${line#*[[:blank:]]}"
    token="${line##*[[:blank:]]}"
    # bash splits words at '=' too, and wants only what follows it.
    [[ $current == '=' ]] && current=''
    prefix="${token%"$current"}"
    COMPREPLY=()
    while IFS= read -r suggestion; do
        if [[ -n $suggestion && $suggestion == "$token"* && ( $token == -* || $suggestion != -* ) ]]; then
            COMPREPLY+=("${suggestion#"$prefix"}")
        fi
    done < <("${COMP_WORDS[0]}" "[suggest:${#line}]" "$line" 2>/dev/null)
    [[ ${COMPREPLY[0]-} == *= ]] && compopt -o nospace 2>/dev/null
    return 0
}
complete -o default -F _leadersim leadersim
