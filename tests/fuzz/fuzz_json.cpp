// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever comes as JSON: what is taken is what QJsonDocument makes of it and keeps the limits, and cutting pictures
// out changes nothing that is read.
#include "core/model/liftedjson.h"
#include "tests/fuzz/require.h"

#include <QJsonArray>

#include <algorithm>
#include <cstdint>

using namespace lightwell;
using namespace lightwell::fuzz;

namespace {

constexpr JsonLimits tight {
    .bytes = 16LL * 1024, .longStrings = 3, .values = 60, .keys = 20, .keyLength = 16, .numberLength = 24, .depth = 8};

struct Size
{
    qsizetype values = 0;
    qsizetype keys = 0;
    int depth = 0;
};

/// Counts a tree; fewer than its text where that has a name twice.
void count(const QJsonValue &value, int depth, Size &size)
{
    ++size.values;
    size.depth = std::max(size.depth, value.isArray() || value.isObject() ? depth + 1 : depth);
    const QJsonArray list = value.toArray();
    for (const QJsonValue &entry : list) {
        count(entry, depth + 1, size);
    }
    const QJsonObject object = value.toObject();
    for (auto field = object.begin(); field != object.end(); ++field) {
        ++size.keys;
        require(field.key().size() <= tight.keyLength);
        count(field.value(), depth + 1, size);
    }
}

QJsonValue rootOf(const QJsonDocument &document)
{
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

/// The value with its pictures back in place is the one that was never without them.
void checkLifted(const QByteArray &text)
{
    const LiftedJson lifted(text);
    const QJsonDocument plain = QJsonDocument::fromJson(text);
    if (!lifted.isValid()) {
        return;
    }
    require(!plain.isNull());
    const QJsonValue expected = plain.isArray() ? plain.array().at(0) : rootOf(plain);
    qsizetype left = 8 * text.size() + 1024;
    const std::optional<QJsonValue> restored = lifted.restored(lifted.object(), left);
    require(restored.has_value());
    // Somebody's own text may look like a placeholder, and then means one of the same text's strings.
    if (!text.contains("lifted:")) {
        require(*restored == expected);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), qsizetype(size));
    QJsonParseError parsing;
    const QJsonDocument plain = QJsonDocument::fromJson(text, &parsing);
    const Result<QJsonDocument> read = readJson(text, tight);
    if (read) {
        require(parsing.error == QJsonParseError::NoError && *read == plain);
        Size counted;
        count(rootOf(*read), 0, counted);
        require(counted.values <= tight.values && counted.keys <= tight.keys && counted.depth <= tight.depth);
    } else {
        require(!read.error().code.isEmpty() && !read.error().message.isEmpty());
        require(read.error().billing == Billing::NotBilled);
    }
    const Result<QJsonDocument> strict = readJson(text, jsonlimits::clientBody);
    require(!strict || (parsing.error == QJsonParseError::NoError && *strict == plain));
    checkLifted(text);
    return 0;
}
