// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever comes as a form: every field lies inside the body, and what is taken keeps its limits. The first line of the
// input is the Content-Type.
#include "core/gateway/http/multipartform.h"
#include "tests/fuzz/require.h"

#include <cstdint>

using namespace lightwell;
using namespace lightwell::fuzz;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray input(reinterpret_cast<const char *>(data), qsizetype(size));
    const qsizetype line = input.indexOf('\n');
    const QByteArray body = input.mid(line + 1);
    const Result<QList<FormField>> form = readMultipartForm(input.left(line), body);
    if (!form) {
        return 0;
    }
    require(form->size() <= 128);
    for (const FormField &field : *form) {
        const char *begin = field.content.constData();
        const bool isInside =
            begin >= body.constData() && begin + field.content.size() <= body.constData() + body.size();
        require(!field.name.isEmpty() && isInside);
    }
    return 0;
}
