# Everything that ships inside the binary: queries, templates, message catalogues,
# schemas and the licences, as one GResource. model/resource.h reads it.
find_program(GLIB_COMPILE_RESOURCES glib-compile-resources REQUIRED)

file(GLOB_RECURSE resource_files CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR}
     ${PROJECT_SOURCE_DIR}/languages/*.scm ${PROJECT_SOURCE_DIR}/templates/*)

# Resources made at build time: NAME in the bundle, FILE on disk.
set(made_resources "" CACHE INTERNAL "")
function(ard_made_resource name file)
  set(made_resources "${made_resources};${name}=${file}" CACHE INTERNAL "")
endfunction()
include(cmake/made.cmake OPTIONAL)

set(bundle ${PROJECT_BINARY_DIR}/resources.gresource.xml)
set(text "<gresources><gresource prefix='/ardoise'>\n")
set(inputs "")
foreach(name ${resource_files})
  string(APPEND text "<file alias='${name}'>${PROJECT_SOURCE_DIR}/${name}</file>\n")
  list(APPEND inputs ${PROJECT_SOURCE_DIR}/${name})
endforeach()
foreach(pair ${made_resources})
  string(REPLACE "=" ";" pair "${pair}")
  list(GET pair 0 name)
  list(GET pair 1 file)
  string(APPEND text "<file alias='${name}'>${file}</file>\n")
  list(APPEND inputs ${file})
endforeach()
string(APPEND text "</gresource></gresources>\n")
file(CONFIGURE OUTPUT ${bundle} CONTENT "${text}" @ONLY)

add_custom_command(
  OUTPUT ${PROJECT_BINARY_DIR}/resources.c
  COMMAND ${GLIB_COMPILE_RESOURCES} --generate-source --target=${PROJECT_BINARY_DIR}/resources.c ${bundle}
  DEPENDS ${bundle} ${inputs}
  VERBATIM)
add_library(resources OBJECT ${PROJECT_BINARY_DIR}/resources.c)
target_link_libraries(resources PRIVATE PkgConfig::GLIB)
