// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/inputrows.h"

#include "core/net/inputlink.h"
#include "core/storage/mediastore.h"
#include "core/storage/query.h"

using namespace Qt::StringLiterals;

namespace lightwell::inputrows {

namespace {

const QByteArray referencePrefix = "lightwell-input:";

template<typename Visit>
void forEachInput(Request &request, Visit visit)
{
    for (InputImage &image : request.images) {
        visit(image);
    }
    if (request.mask) {
        visit(*request.mask);
    }
}

Result<QByteArray> inputBytes(Database &database, const QByteArray &hash)
{
    Result<Rows> query = execute(database, u"SELECT bytes FROM inputs WHERE hash = ?"_s, {QString::fromLatin1(hash)});
    if (!query) {
        return query.error();
    }
    return query.value().next() ? Result<QByteArray>(query.value().value(0).toByteArray()) : query->error();
}

template<typename Bytes>
void replaceReferences(Request &request, Bytes bytesOf)
{
    forEachInput(request, [&](InputImage &image) {
        if (image.bytes.startsWith(referencePrefix)) {
            image.bytes = bytesOf(image.bytes.mid(referencePrefix.size()));
        }
    });
}

} // namespace

Result<QStringList> moveOut(Database &database, Request &request)
{
    QStringList hashes;
    Status status = Success();
    inputlink::cutAll(request);
    forEachInput(request, [&](InputImage &image) {
        if (!status || image.bytes.isEmpty()) {
            return;
        }
        const QString hash = MediaStore::contentAddress(image.bytes);
        if (!hashes.contains(hash)) {
            hashes.append(hash);
            const Result<int> done =
                change(database, u"INSERT INTO inputs (hash, bytes) VALUES (?, ?) ON CONFLICT DO NOTHING"_s,
                       {hash, image.bytes});
            if (!done) {
                status = done.error();
            }
        }
        image.bytes = referencePrefix + hash.toLatin1();
    });
    return status ? Result<QStringList>(hashes) : status.error();
}

Status write(Database &database, qint64 sequence, const QStringList &hashes)
{
    for (const QString &hash : hashes) {
        const Result<int> done = change(
            database, u"INSERT INTO generation_inputs (generation, input) VALUES (?, ?) ON CONFLICT DO NOTHING"_s,
            {sequence, hash});
        if (!done) {
            return done.error();
        }
    }
    return Success();
}

Status bringBack(Database &database, Request &request)
{
    Status status = Success();
    replaceReferences(request, [&](const QByteArray &hash) {
        Result<QByteArray> bytes = inputBytes(database, hash);
        if (!bytes) {
            status = bytes.error();
            return QByteArray();
        }
        return std::move(bytes).value();
    });
    return status;
}

void leaveOut(Request &request)
{
    replaceReferences(request, [](const QByteArray &) { return QByteArray(); });
}

} // namespace lightwell::inputrows
