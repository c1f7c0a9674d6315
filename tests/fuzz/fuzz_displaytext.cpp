// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Words from outside on their way to a terminal, a log, a header, a file's name or JSON: whatever they are, each of
// these keeps what it promises.
#include "core/gateway/dialects/openai/headertext.h"
#include "core/model/displaytext.h"
#include "core/model/filename.h"
#include "tests/fuzz/require.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cstdint>

using namespace lightwell;
using namespace lightwell::fuzz;

namespace {

void checkLines(const QString &text)
{
    const QString line = displayText(text);
    require(displayText(line) == line && isDisplayable(line));
    require(line.isValidUtf16() && !line.contains(u'\n') && line.size() <= text.size());
    const QString lines = displayText(text, LineBreaks::Kept);
    require(displayText(lines, LineBreaks::Kept) == lines);
    require(columnsOf(line) >= 0 && columnsOf(line) <= 2 * line.size());
    for (const qsizetype most : {1, 2, 7}) {
        const QString cut = shortened(text, most);
        require(cut.size() <= most && (cut == text || cut.endsWith(u'…')));
    }
}

void checkNames(const QString &text)
{
    for (const qsizetype most : {1, 20, 100}) {
        const QString stem = fileStem(text, most);
        require(!stem.isEmpty() && stem.isValidUtf16() && stem.toUtf8().size() <= std::max<qsizetype>(most + 8, 8));
        require(!stem.startsWith(u'.') && !stem.startsWith(u'-') && !stem.endsWith(u'.') && !stem.contains(u'/'));
        require(isDisplayable(stem));
    }
    const QByteArray header = openai::headerText(text);
    require(header.size() <= 512);
    for (const char c : header) {
        require(c > 0x20 && c < 0x7f);
    }
}

void checkJson(const QString &text)
{
    const QJsonObject object {{QStringLiteral("a"), text}};
    const QByteArray json = QJsonDocument(object).toJson(QJsonDocument::Compact);
    const QByteArray escaped = escapedJson(json);
    require(QJsonDocument::fromJson(escaped) == QJsonDocument::fromJson(json));
    require(escapedJson(escaped) == escaped);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const QString decoded = QString::fromUtf8(bytes);
    // The same bytes as UTF-16, for what no decoder lets through.
    const QString units(reinterpret_cast<const QChar *>(bytes.constData()), bytes.size() / 2);
    for (const QString &text : {decoded, units}) {
        checkLines(text);
        checkNames(text);
        checkJson(text);
    }
    return 0;
}
