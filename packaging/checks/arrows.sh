#!/bin/bash
# Proves that relevo_add_module refuses what packaging/cmake/RelevoModule.cmake does not allow, on scratch projects.
# Usage: arrows.sh ROOT
set -euo pipefail
root=$1
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# configure NAME LINE…: a project with these module lines; the rooms and Qt they may lean on are stand-ins.
configure() {
    local name=$1
    shift
    mkdir -p "$scratch/$name/room"
    echo 'int relevoScratch() { return 1; }' >"$scratch/$name/room/a.cpp"
    {
        echo 'cmake_minimum_required(VERSION 3.25)'
        echo 'project(scratch LANGUAGES CXX)'
        echo "include(\"$root/packaging/cmake/RelevoModule.cmake\")"
        echo 'foreach(stand_in Relevo::Base Relevo::Sql Qt6::Core Qt6::Gui Qt6::Widgets)'
        echo '  add_library(${stand_in} INTERFACE IMPORTED GLOBAL)'
        echo 'endforeach()'
        echo 'add_library(relevo_compile INTERFACE)'
        echo 'add_subdirectory(room)'
    } >"$scratch/$name/CMakeLists.txt"
    printf '%s\n' "$@" >"$scratch/$name/room/CMakeLists.txt"
    cmake -G Ninja -S "$scratch/$name" -B "$scratch/$name/build" >"$scratch/$name.log" 2>&1
}

allowed() {
    if ! configure "$@"; then
        cat "$scratch/$1.log" >&2
        echo "refused, but it is allowed: ${*:2}" >&2
        exit 1
    fi
}

refused() {
    local name=$1 words=$2
    shift 2
    if configure "$name" "$@"; then
        echo "accepted, but it is forbidden: $*" >&2
        exit 1
    fi
    if ! grep -q "$words" "$scratch/$name.log"; then
        cat "$scratch/$name.log" >&2
        echo "refused for another reason than '$words': $*" >&2
        exit 1
    fi
    echo "    refused: $*"
}

allowed legal 'relevo_add_module(NAME Domain SOURCES a.cpp DEPENDS Base)'
refused upward 'Forbidden arrow: Domain' 'relevo_add_module(NAME Domain SOURCES a.cpp DEPENDS Sql)'
refused sideways 'Forbidden arrow: Client' 'relevo_add_module(NAME Client SOURCES a.cpp DEPENDS Relay)'
refused drawing 'Forbidden library: Domain' 'relevo_add_module(NAME Domain SOURCES a.cpp DEPENDS Base LIBRARIES Qt6::Gui)'
refused widgets 'Forbidden library: UiModels' 'relevo_add_module(NAME UiModels SOURCES a.cpp PRIVATE_LIBRARIES Qt6::Widgets)'
refused unknown 'is not in packaging/cmake' 'relevo_add_module(NAME Attic SOURCES a.cpp)'
