// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/keptinput.h"

#include "core/chat/writtenobject.h"
#include "core/model/jsontext.h"

namespace lightwell::responserows {

using namespace Qt::StringLiterals;

KeptInput readKeptInput(const QByteArray &column)
{
    if (!column.startsWith('{')) {
        return {column};
    }
    const WrittenObject fields(column);
    KeptInput input;
    input.items = fields.value("items");
    input.previous = writtenValue(fields.value("previous")).toString();
    input.place = writtenValue(fields.value("place")).toInt();
    input.bytesBefore = writtenValue(fields.value("bytes_before")).toInteger();
    const QByteArrayList about = writtenEntries(fields.value("about"));
    for (const QByteArray &generation : about) {
        input.about.append(writtenValue(generation).toString());
    }
    return input;
}

QByteArray writtenKeptInput(const KeptInput &input)
{
    if (input.previous.isEmpty() && input.about.isEmpty()) {
        return input.items;
    }
    JsonText text(input.items.size() + 512);
    text.beginObject();
    text.putIfSet("previous"_L1, input.previous);
    text.put("place"_L1, input.place);
    text.put("bytes_before"_L1, input.bytesBefore);
    text.beginArray("about"_L1);
    for (const QString &generation : input.about) {
        text.value(generation);
    }
    text.endArray();
    text.endObject();
    return text.text().chopped(1) + R"(,"items":)" + input.items + '}'; // as they were written
}

} // namespace lightwell::responserows
