// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/calls/pictureanswer.h"

#include "core/storage/mediastore.h"

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

bool PictureAnswer::hasBytes() const
{
    return generation.status == GenerationStatus::Completed
        && (call.form != PictureForm::Link
            || std::any_of(generation.pictures.begin(), generation.pictures.end(),
                           [](const Picture &picture) { return !picture.content.isEmpty(); }));
}

GatewayResponse PictureAnswer::write() const
{
    if (generation.status != GenerationStatus::Completed) {
        return dialect->failure(generation);
    }
    QList<DeliveredPicture> pictures;
    for (const Picture &picture : generation.pictures) {
        // What lies in no file has no link either: it is delivered itself.
        const bool isFile = picture.content.isEmpty() && !picture.path.isEmpty();
        const QString url =
            isFile && call.form != PictureForm::Base64 ? base + links.nameFor(picture, client) : QString();
        if (isFile && call.form == PictureForm::Link) {
            pictures.append({url, {}});
            continue;
        }
        const Result<QByteArray> bytes = MediaStore::bytesOf(picture);
        if (!bytes) {
            Generation failed = generation;
            failed.error = bytes.error();
            failed.error->kind = ErrorKind::Storage; // not the model is missing
            failed.error->billing = Billing::Billed; // the pictures are paid for: never again by itself
            return dialect->failure(failed);
        }
        pictures.append({url, *bytes});
    }
    return dialect->answer(call, generation, pictures);
}

QString baseAddress(const GatewayRequest &request, const QUrl &publicUrl, const QString &scheme)
{
    return publicUrl.isEmpty() ? scheme + u"://"_s + QString::fromLatin1(request.header("Host")) + u"/v1"_s
                               : publicUrl.toString(QUrl::FullyEncoded);
}

} // namespace lightwell
