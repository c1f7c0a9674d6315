// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/inputs.h"

#include "core/media/inputpicture.h"
#include "core/model/dataurl.h"
#include "core/net/inputlink.h"
#include "core/storage/mediastore.h"
#include "core/wording/wording.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QUrl>

namespace lightwell::mcp {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Mcp)
};

Error noPicture(const QString &argument, const QString &why)
{
    return notSent(ErrorKind::Invalid, Text::tr("%1 holds what cannot be used: %2").arg(argument, why), argument);
}

Result<QByteArray> fileContent(const GivenPicture &given, const QString &path)
{
    QFile file(path);
    const qint64 most = DecodeLimits().maxBytes;
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly)) {
        return noPicture(given.argument, Text::tr("%1 is no file that can be read.").arg(path.left(256)));
    }
    if (file.size() > most) {
        return noPicture(given.argument, Text::tr("%1 is too large.").arg(path.left(256)));
    }
    return file.read(most);
}

/// The path of a file that the client means; empty: it means none.
QString pathIn(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    if (url.isLocalFile()) {
        return url.toLocalFile();
    }
    return QDir::isAbsolutePath(text) && !text.startsWith("//"_L1) ? text : QString();
}

Result<QByteArray> contentOf(const GivenPicture &given, const Asker &asker, const MediaStore &media)
{
    if (isDataUrl(given.text)) {
        const std::optional<QByteArray> bytes = dataUrlContent(given.text);
        return bytes ? Result<QByteArray>(*bytes) : noPicture(given.argument, Text::tr("its data URL cannot be read."));
    }
    constexpr qsizetype longestAddress = 4096;
    const QString address = given.text.size() <= longestAddress ? QString::fromUtf8(given.text) : QString();
    if (const QString picture = asker.pictureAt ? asker.pictureAt(address) : QString(); !picture.isEmpty()) {
        return media.read(picture);
    }
    if (const QString path = asker.readsFiles ? pathIn(address) : QString(); !path.isEmpty()) {
        return fileContent(given, path);
    }
    const std::optional<QByteArray> bytes = decodeLooseBase64(given.text);
    if (bytes && sniffFormat(*bytes)) {
        return *bytes;
    }
    return noPicture(given.argument,
                     asker.readsFiles
                         ? Text::tr("give the uri of a picture that was made here, an absolute path, a data URL or a "
                                    "link (https://…), which is passed on to providers that take links.")
                         : Text::tr("give the uri of a picture that was made here, a data URL "
                                    "(data:image/png;base64,…) or a link (https://…), which is passed on to providers "
                                    "that take links. Files are not read."));
}

/// A link to another computer; nothing: it is something else.
Result<std::optional<InputImage>> linkIn(const GivenPicture &given, const Asker &asker)
{
    if (!inputlink::isLink(given.text)) {
        return std::optional<InputImage>();
    }
    InputImage image;
    image.link = QString::fromUtf8(given.text.left(inputlink::longest + 1)); // enough to tell that it is too long
    if (asker.pictureAt && !asker.pictureAt(image.link).isEmpty()) {
        return std::optional<InputImage>();
    }
    if (const std::optional<Reason> fault = inputlink::faultIn(image.link)) {
        return noPicture(given.argument, wording::sentence(*fault));
    }
    return std::optional(image);
}

Result<InputImage> prepared(const GivenPicture &given, const Result<QByteArray> &bytes)
{
    if (!bytes) {
        return noPicture(given.argument, wording::sentence(bytes.error()));
    }
    return InputImage {*bytes, inputName(u"image"_s, *bytes)};
}

} // namespace

Result<PictureWish> withPictures(PictureWish wish, const Asker &asker, const MediaStore &media)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(wish.fingerprint);
    QByteArray first; // as it came: a mask may have been made for it so
    for (const GivenPicture &given : std::as_const(wish.images)) {
        const Result<std::optional<InputImage>> link = linkIn(given, asker);
        if (!link) {
            return link.error();
        }
        if (const std::optional<InputImage> &image = link.value()) {
            hash.addData("link\n"_ba);
            hash.addData(image->link.toUtf8());
            wish.request.images.append(*image);
            continue;
        }
        const Result<QByteArray> content = contentOf(given, asker, media);
        if (!content) {
            return content.error();
        }
        const Result<InputImage> image = prepared(given, preparedInput(*content));
        if (!image) {
            return image.error();
        }
        first = first.isEmpty() ? *content : first;
        hash.addData("image\n"_ba);
        hash.addData(image->bytes);
        wish.request.images.append(*image);
    }
    if (wish.mask) {
        const Result<std::optional<InputImage>> link = linkIn(*wish.mask, asker);
        if (!link) {
            return link.error();
        }
        if (const std::optional<InputImage> &image = link.value()) {
            hash.addData("mask link\n"_ba);
            hash.addData(image->link.toUtf8());
            wish.request.mask = *image;
        }
    }
    if (wish.mask && !wish.request.mask) {
        const Result<QByteArray> content = contentOf(*wish.mask, asker, media);
        if (!content) {
            return content.error();
        }
        const Result<InputImage> mask =
            prepared(*wish.mask, first.isEmpty() ? preparedInput(*content) : preparedMask(*content, first));
        if (!mask) {
            return mask.error();
        }
        hash.addData("mask\n"_ba);
        hash.addData(mask->bytes);
        wish.request.mask = *mask;
    }
    wish.images.clear();
    wish.mask.reset();
    wish.fingerprint = hash.result();
    return wish;
}

} // namespace lightwell::mcp
