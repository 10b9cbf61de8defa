# Resources that come from npm: embedded under the name of the folder that uses them.
ard_made_resource(templates/html/d3-hierarchy.js ${PROJECT_SOURCE_DIR}/node_modules/d3-hierarchy/dist/d3-hierarchy.min.js)
include(cmake/licenses.cmake)
