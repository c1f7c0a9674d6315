// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/keydocument.h"

#include "core/model/boundedjson.h"
#include "core/secrets/keyreasons.h"
#include "core/storage/readfile.h"

#include <QDir>
#include <QJsonDocument>

namespace lightwell::keydocument {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 maxBytes = 64LL * 1024;

bool isPath(const QByteArray &key)
{
    return !key.startsWith('{') && (key.contains('/') || key.endsWith(".json"));
}

/// Nobody has just typed it.
Result<QByteArray> kept(Result<QByteArray> document)
{
    if (document) {
        return document;
    }
    Error error = document.error();
    error.kind = ErrorKind::Secrets;
    return error;
}

} // namespace

Result<QByteArray> inOneLine(const QByteArray &key)
{
    const QByteArray trimmed = key.trimmed();
    if (!trimmed.startsWith('{')) {
        return trimmed;
    }
    const Result<QJsonDocument> document = readJson(trimmed, jsonlimits::answer);
    if (!document || !document->isObject()) {
        return notSent(ErrorKind::Invalid, reasons::keyDocumentBroken(), u"key"_s);
    }
    return document->toJson(QJsonDocument::Compact);
}

Result<QByteArray> read(const QByteArray &key)
{
    if (!isPath(key)) {
        return kept(inOneLine(key));
    }
    QString path = QString::fromUtf8(key);
    if (path.startsWith("~/"_L1)) {
        path.replace(0, 1, QDir::homePath());
    }
    const Result<QByteArray> file = readRegularFile(path, maxBytes);
    if (!file) {
        return notSent(ErrorKind::Secrets, reasons::keyDocumentUnreadable(path), u"key"_s);
    }
    const QByteArray text = file->trimmed();
    if (!text.startsWith('{')) {
        return notSent(ErrorKind::Secrets, reasons::keyDocumentBroken(), u"key"_s);
    }
    return kept(inOneLine(text));
}

} // namespace lightwell::keydocument
