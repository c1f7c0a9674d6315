// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/dialects/openai/inputpictures.h"

#include "core/gateway/dialects/openai/picturenames.h"
#include "core/media/inputpicture.h"
#include "core/model/dataurl.h"
#include "core/net/inputlink.h"
#include "core/wording/wording.h"

#include <QCoreApplication>

#include <algorithm>

namespace lightwell::openai {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Gateway)
};

constexpr qsizetype maxInputs = 16;

/// A picture as it came, and where.
struct Given
{
    QString field;
    QByteArray bytes;
    QString link; ///< in the place of bytes
    friend bool operator==(const Given &, const Given &) = default;
};

/// Empty where the text is neither a data URL nor base64 of a picture.
QByteArray contentOf(const QByteArray &text)
{
    if (isDataUrl(text)) {
        return dataUrlContent(text).value_or(QByteArray());
    }
    const std::optional<QByteArray> bytes = decodeLooseBase64(text);
    return bytes && sniffFormat(*bytes) ? *bytes : QByteArray();
}

Given read(BodyFields &fields, const QString &name, const QByteArray &text)
{
    const QByteArray trimmed = inputlink::isLink(text.trimmed()) ? text.trimmed() : QByteArray();
    if (trimmed.isEmpty()) {
        Given given {name, contentOf(text), {}};
        if (given.bytes.isEmpty()) {
            fields.fail(name,
                        Text::tr("Pictures must be data URLs (data:image/png;base64,…) or links (https://…), which are "
                                 "passed on to providers that take them."));
        }
        return given;
    }
    // No more of it than tells that it is too long.
    const QString link = QString::fromUtf8(trimmed.left(inputlink::longest + 1));
    if (const std::optional<Reason> fault = inputlink::faultIn(link)) {
        fields.fail(name, wording::sentence(*fault));
    }
    return {name, {}, link};
}

QList<Given> givenIn(BodyFields &fields, PictureUse use)
{
    QList<Given> given;
    const QStringList names = pictureFields(fields.names(), use);
    for (const QString &name : names) {
        const QList<QByteArray> links = fields.linksIn(name);
        for (const QByteArray &link : links) {
            // An empty mask counts as none, as many clients send it.
            if (link.isEmpty() && use == PictureUse::Mask) {
                continue;
            }
            given.append(read(fields, name, link));
        }
    }
    return given;
}

void addFiles(QList<Given> &given, const QList<FormPicture> &files, PictureUse use)
{
    const QString name = use == PictureUse::Mask ? u"mask"_s : u"image"_s;
    for (const FormPicture &file : files) {
        if (file.isMask == (use == PictureUse::Mask)) {
            given.append({name, QByteArray(file.content.constData(), file.content.size()), {}}); // outlives the body
        }
    }
}

/// Programs that do not know which name counts send one picture under several.
void dropRepeated(QList<Given> &given)
{
    QList<Given> kept;
    for (const Given &one : std::as_const(given)) {
        const bool isRepeated = std::any_of(kept.begin(), kept.end(), [&one](const Given &other) {
            return other.field != one.field && other.bytes == one.bytes && other.link == one.link;
        });
        if (!isRepeated) {
            kept.append(one);
        }
    }
    given = kept;
}

/// `masked`: the picture that a mask is of, as it came; empty for a picture, and where that one is a link.
std::optional<InputImage> prepared(BodyFields &fields, const Given &given, const QByteArray &masked = {})
{
    if (!given.link.isEmpty()) {
        InputImage image;
        image.link = given.link;
        return image;
    }
    const Result<QByteArray> bytes = masked.isEmpty() ? preparedInput(given.bytes) : preparedMask(given.bytes, masked);
    if (!bytes) {
        fields.fail(
            given.field,
            Text::tr("%1 is no picture that can be read. %2").arg(given.field, wording::sentence(bytes.error())));
        return std::nullopt;
    }
    return InputImage {*bytes, inputName(u"image"_s, *bytes)};
}

} // namespace

void takePictures(BodyFields &fields, const QList<FormPicture> &files, Request &request)
{
    QList<Given> references = givenIn(fields, PictureUse::Reference);
    QList<Given> masks = givenIn(fields, PictureUse::Mask);
    addFiles(references, files, PictureUse::Reference);
    addFiles(masks, files, PictureUse::Mask);
    dropRepeated(references);
    dropRepeated(masks);
    if (references.size() > maxInputs) {
        fields.fail(references.last().field, Text::tr("At most %1 reference pictures are taken.").arg(maxInputs));
    }
    if (masks.size() > 1) {
        fields.fail(masks.last().field, Text::tr("There are two masks. Send one."));
    }
    // Pictures are work, and once something is refused it is for nothing.
    for (qsizetype i = 0; i < references.size() && !fields.error(); ++i) {
        if (const std::optional<InputImage> image = prepared(fields, references.at(i))) {
            request.images.append(*image);
        }
    }
    if (!masks.isEmpty() && !fields.error()) {
        request.mask = prepared(fields, masks.first(), references.isEmpty() ? QByteArray() : references.first().bytes);
    }
}

} // namespace lightwell::openai
