// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever comes as a picture: its limits are held before it is decoded, what is decoded is what was probed, and what
// leaves for a vendor can be read and tells nothing of its place. Formats of the program behind the fence are only
// probed: it is not there.
#include "core/media/claims.h"
#include "core/media/inputpicture.h"
#include "core/media/worker/worker.h"
#include "providers/common/foundpictures.h"
#include "tests/fuzz/require.h"
#include "tests/media/handmade.h"

#include <QtEndian>

#include <algorithm>
#include <cstdint>

using namespace lightwell;
using namespace lightwell::fuzz;
using namespace Qt::StringLiterals;

namespace {

constexpr DecodeLimits limits {.maxBytes = 64LL * 1024, .maxPixels = 512LL * 512};

/// A PNG with right checksums, as far as its chunks go: behind a wrong one nothing is read.
QByteArray withChecksums(const QByteArray &bytes)
{
    constexpr qsizetype signature = 8;
    constexpr qsizetype frame = 12; // length, type and checksum of a chunk
    QByteArray result = bytes.left(signature);
    qsizetype at = signature;
    while (at + frame <= bytes.size()) {
        const qsizetype length = qFromBigEndian<quint32>(bytes.constData() + at);
        if (length > bytes.size() - at - frame) {
            break;
        }
        result += test::pngChunk(bytes.sliced(at + 4, 4), bytes.sliced(at + 8, length));
        at += length + frame;
    }
    return result + bytes.sliced(std::min(at, bytes.size()));
}

void checkRefusal(const Error &error)
{
    require(error.billing == Billing::NotBilled && !error.why().isEmpty(), "a refusal is free and has a reason");
}

void checkDecoded(const QByteArray &bytes)
{
    const Result<ImageInfo> info = probeImage(bytes, limits);
    const Result<QImage> image = decodeImage(bytes, limits);
    if (!info) {
        checkRefusal(info.error());
        require(!image.ok(), "what cannot be probed is not decoded");
        return;
    }
    require(sniffFormat(bytes) == info->format, "a format is what the signature says");
    require(!info->size.isEmpty() && qint64(info->size.width()) * info->size.height() <= limits.maxPixels,
            "a size keeps its limit");
    if (image) {
        require(image->size() == info->size, "what is decoded has the size that was probed");
        require(image->textKeys().isEmpty(), "the texts of a file stay behind");
    } else {
        checkRefusal(image.error());
    }
    const Status checked = checkImage(bytes, limits);
    require(checked.ok() || !image.ok() || info->format == ImageFormat::Jpeg, "a sound file is no damaged one");
}

void checkPrepared(const QByteArray &bytes)
{
    const Result<QByteArray> prepared = preparedInput(bytes, limits);
    if (!prepared) {
        checkRefusal(prepared.error());
        return;
    }
    const std::optional<ImageFormat> format = sniffFormat(*prepared);
    require(format == ImageFormat::Png || format == ImageFormat::Jpeg || format == ImageFormat::Webp,
            "what leaves is of a format that all take");
    const Result<ImageInfo> before = probeImage(bytes, limits);
    const Result<QImage> after = decodeImage(*prepared);
    require(before.ok() && after.ok() && after->size() == before->size, "what leaves can be read, in the same size");
    const Result<QByteArray> again = preparedInput(*prepared);
    require(again.ok() && *again == *prepared, "what is prepared stays as it is");
    require(!prepared->contains("GPSLatitude"), "what leaves tells no place");
    require(sniffFormat(*prepared) == formatFromName(inputName(u"a.b"_s, *prepared).section(u'.', -1)),
            "a name fits what it names");
}

/// A recipe in a file is claimed by anybody: it is read to a bounded text, and what is written over it is read back.
void checkClaims(const QByteArray &bytes)
{
    const PictureClaims claims = readClaims(bytes, limits);
    require(!claims.own || claims.recipe, "what Lightwell wrote is a recipe");
    require(claims.own == readRecipe(bytes), "there is one way to find it");
    if (claims.recipe) {
        require(claims.recipe->seed.size() <= 20, "a seed has its digits");
        require(claims.recipe->raw.size() <= 1024LL * 1024, "the raw text is cut");
    }
    const std::optional<ImageFormat> format = sniffFormat(bytes);
    Recipe recipe;
    recipe.prompt = u"fuzz"_s;
    const Result<QByteArray> written = format ? embedRecipe(bytes, *format, recipe) : Result<QByteArray>(Error());
    if (written && *written != bytes) {
        require(readRecipe(*written) == recipe, "what is written is read back");
        require(readLabels(*written).aigc.isEmpty() == claims.labels.aigc.isEmpty(), "China's label stays");
    }
}

void checkFound(const QByteArray &body)
{
    HttpResponse answer;
    answer.status = 200;
    answer.url = QUrl(u"https://vendor.example/v1/images"_s);
    for (const QByteArray &text : {body, QByteArray("{\"images\":[\"" + body.toBase64() + "\"]}")}) {
        answer.body = text;
        const FoundPictures found = findPictures(answer);
        for (const ProducedMedia &media : found.media) {
            require(media.bytes.isEmpty() ? media.url.isValid() && !media.url.host().isEmpty()
                                          : sniffFormat(media.bytes).has_value(),
                    "what is found is a picture or a link");
        }
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const bool isAlone = [] {
        worker::setForTests(u"/nowhere"_s);
        return true;
    }();
    Q_UNUSED(isAlone)
    QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    if (sniffFormat(bytes) == ImageFormat::Png && size % 4 != 0) {
        bytes = withChecksums(bytes);
    }
    checkDecoded(bytes);
    checkPrepared(bytes);
    checkClaims(bytes);
    checkFound(bytes);
    return 0;
}
