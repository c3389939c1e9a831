#include <Python.h>
#include "prices_table.h"

static PyObject *price(PyObject *self, PyObject *args) {
    return PyLong_FromLong(TABLE[0]);
}
