// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/request.h"

#include "core/model/base64.h"
#include "core/model/json.h"
#include "core/model/jsontext.h"

#include <algorithm>
#include <iterator>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr json::Names fitNames({
    std::pair {Fit::Closest, "closest"},
    {Fit::Crop, "crop"},
    {Fit::Contain, "contain"},
    {Fit::Stretch, "stretch"},
});

constexpr json::Names roleNames({
    std::pair {ImageRole::Reference, "reference"},
    {ImageRole::Style, "style"},
    {ImageRole::Character, "character"},
});

QJsonObject imageToJson(const InputImage &image)
{
    QJsonObject object {{"name"_L1, image.name}};
    if (image.isLink()) {
        object.insert("link"_L1, image.link);
    } else {
        object.insert("base64"_L1, QString::fromLatin1(image.bytes.toBase64()));
    }
    if (image.role != ImageRole::Reference) {
        object.insert("role"_L1, imageRoleName(image.role));
    }
    return object;
}

std::optional<InputImage> imageFromJson(const QJsonValue &value)
{
    const QByteArray text = value["base64"_L1].toString().toLatin1();
    const std::optional<QByteArray> decoded = decodeBase64(text);
    const QString link = value["link"_L1].toString();
    if (!decoded || decoded->isEmpty() == link.isEmpty()) { // it is one of them
        return std::nullopt;
    }
    const QString role = value["role"_L1].toString();
    return InputImage {*decoded, value["name"_L1].toString(), imageRoleFromName(role).value_or(ImageRole::Reference),
                       link};
}

QJsonObject sizeToJson(const SizeRequest &size)
{
    QJsonObject object;
    if (size.pixels) {
        object.insert("pixels"_L1, sizeToString(*size.pixels));
    }
    if (size.ratio) {
        object.insert("ratio"_L1, size.ratio->toString());
    }
    if (size.tier) {
        object.insert("tier"_L1, tierName(*size.tier));
    }
    if (size.automatic) {
        object.insert("auto"_L1, true);
    }
    return object;
}

QJsonArray imagesToJson(const QList<InputImage> &images)
{
    QJsonArray list;
    for (const InputImage &image : images) {
        list.append(imageToJson(image));
    }
    return list;
}

constexpr auto everyField = [](QLatin1StringView) { return true; };

/// Gives `take` the fields that `isWanted`, each with its name, in the order of JSON. Left out is what goes without
/// saying.
template<typename Wanted, typename Take>
void tellFields(const Request &request, Wanted isWanted, Take take)
{
    const auto tell = [&](QLatin1StringView name, bool isSaid, const auto &valueOf) {
        if (isSaid && isWanted(name)) {
            take(name, valueOf());
        }
    };
    const auto tellText = [&](QLatin1StringView name, const QString &text) {
        if (!text.isEmpty() && isWanted(name)) {
            take(name, text);
        }
    };
    tellText("background"_L1, request.background);
    tell("extra"_L1, !request.extra.isEmpty(), [&] { return QJsonValue(request.extra); });
    tell("fit"_L1, request.fit != Fit::Closest, [&] { return fitName(request.fit); });
    tell("images"_L1, !request.images.isEmpty(), [&] { return QJsonValue(imagesToJson(request.images)); });
    tell("mask"_L1, request.mask.has_value(), [&] { return QJsonValue(imageToJson(*request.mask)); });
    tell("matte"_L1, request.matte != QColor(Qt::white), [&] { return request.matte.name(QColor::HexArgb); });
    tell("model"_L1, true, [&] { return request.model; });
    tell("n"_L1, true, [&] { return request.n; });
    tell("n_said"_L1, request.isCountSaid, [] { return true; });
    tellText("negative_prompt"_L1, request.negativePrompt);
    tell("operation"_L1, request.operation != Operation::Create, [&] { return operationName(request.operation); });
    tell("output_compression"_L1, request.compression.has_value(), [&] { return *request.compression; });
    tell("output_format"_L1, request.format.has_value(), [&] { return formatName(*request.format); });
    tell("previews"_L1, request.previews > 0, [&] { return request.previews; });
    tell("prompt"_L1, true, [&] { return request.prompt; });
    tellText("quality"_L1, request.quality);
    tell("seed"_L1, request.seed.has_value(), [&] { return *request.seed; });
    tell("size"_L1, !request.size.isEmpty(), [&] { return QJsonValue(sizeToJson(request.size)); });
    tell("strict"_L1, request.strict, [] { return true; });
    tellText("style"_L1, request.style);
    if (isWanted("tuning"_L1)) {
        if (const QJsonObject tuning = request.tuning.toJson(); !tuning.isEmpty()) {
            take("tuning"_L1, QJsonValue(tuning));
        }
    }
    tellText("user"_L1, request.user);
}

Error unreadable(const QString &field)
{
    return notSent(ErrorKind::Invalid, u"The stored request cannot be read: field \"%1\" is damaged."_s.arg(field),
                   field);
}

/// Reads an optional text through `parse`; false only if there is a text that means nothing.
template<typename T, typename Parse>
bool readOptional(const QJsonValue &value, std::optional<T> &target, Parse parse)
{
    if (value.isUndefined()) {
        return true;
    }
    target = parse(value.toString());
    return target.has_value();
}

} // namespace

Request::Request() = default;
Request::Request(const Request &) = default;
Request::Request(Request &&) noexcept = default;
Request &Request::operator=(const Request &) = default;
Request &Request::operator=(Request &&) noexcept = default;
Request::~Request() = default;

QString fitName(Fit fit)
{
    return fitNames.name(fit);
}

std::optional<Fit> fitFromName(const QString &name)
{
    return fitNames.value(name);
}

QString imageRoleName(ImageRole role)
{
    return roleNames.name(role);
}

std::optional<ImageRole> imageRoleFromName(const QString &name)
{
    return roleNames.value(name);
}

QString imageRoleParameter(ImageRole role)
{
    return role == ImageRole::Reference ? u"image"_s : QString(imageRoleName(role) + "_image"_L1);
}

bool Request::hasLinks() const
{
    return (mask && mask->isLink())
        || std::any_of(images.cbegin(), images.cend(), [](const InputImage &image) { return image.isLink(); });
}

QList<InputImage> Request::imagesFor(ImageRole role) const
{
    QList<InputImage> found;
    std::copy_if(images.cbegin(), images.cend(), std::back_inserter(found),
                 [role](const InputImage &image) { return image.role == role; });
    return found;
}

bool Request::isEdit() const
{
    return operation != Operation::Vary && firstReference(*this) >= 0;
}

qsizetype firstReference(const Request &request)
{
    const auto found = std::find_if(request.images.cbegin(), request.images.cend(),
                                    [](const InputImage &image) { return image.role == ImageRole::Reference; });
    return found == request.images.cend() ? -1 : std::distance(request.images.cbegin(), found);
}

QJsonObject Request::toJson() const
{
    QJsonObject object;
    tellFields(*this, everyField,
               [&object](QLatin1StringView name, const auto &value) { object.insert(name, QJsonValue(value)); });
    return object;
}

void Request::writeFields(JsonText &json) const
{
    tellFields(*this, everyField, [&json](QLatin1StringView name, const auto &value) { json.put(name, value); });
}

QJsonValue Request::field(const QString &name) const
{
    QJsonValue found(QJsonValue::Undefined);
    tellFields(
        *this, [&name](QLatin1StringView field) { return field == name; },
        [&found](QLatin1StringView, const auto &value) { found = QJsonValue(value); });
    return found;
}

Result<Request> Request::fromJson(const QJsonObject &object)
{
    Request request;
    request.model = object.value("model"_L1).toString();
    request.prompt = object.value("prompt"_L1).toString();
    request.negativePrompt = object.value("negative_prompt"_L1).toString();
    request.n = object.value("n"_L1).toInt(1);
    request.isCountSaid = object.value("n_said"_L1).toBool();
    const QJsonObject size = object.value("size"_L1).toObject();
    if (!readOptional(size.value("pixels"_L1), request.size.pixels, sizeFromString)
        || !readOptional(size.value("ratio"_L1), request.size.ratio, AspectRatio::parse)
        || !readOptional(size.value("tier"_L1), request.size.tier, tierFromName)) {
        return unreadable(u"size"_s);
    }
    request.size.automatic = size.value("auto"_L1).toBool();
    std::optional<Fit> fit = Fit::Closest;
    if (!readOptional(object.value("fit"_L1), fit, fitFromName)) {
        return unreadable(u"fit"_s);
    }
    request.fit = *fit;
    if (!readOptional(object.value("output_format"_L1), request.format, formatFromName)) {
        return unreadable(u"output_format"_s);
    }
    if (const QJsonValue value = object.value("output_compression"_L1); value.isDouble()) {
        request.compression = value.toInt();
    }
    request.quality = object.value("quality"_L1).toString();
    request.style = object.value("style"_L1).toString();
    request.background = object.value("background"_L1).toString();
    request.matte = QColor(object.value("matte"_L1).toString(u"#ffffffff"_s));
    if (!request.matte.isValid()) {
        return unreadable(u"matte"_s);
    }
    if (request.matte == QColor(Qt::white)) {
        request.matte = Qt::white;
    }
    if (const QJsonValue value = object.value("seed"_L1); value.isDouble()) {
        request.seed = value.toInteger();
    }
    request.tuning = Tuning::fromJson(object.value("tuning"_L1).toObject());
    const QJsonArray images = object.value("images"_L1).toArray();
    for (const QJsonValue value : images) {
        const std::optional<InputImage> image = imageFromJson(value);
        if (!image) {
            return unreadable(u"image"_s);
        }
        request.images.append(*image);
    }
    if (const QJsonValue value = object.value("mask"_L1); value.isObject()) {
        request.mask = imageFromJson(value);
        if (!request.mask) {
            return unreadable(u"mask"_s);
        }
    }
    if (object.value("variation"_L1).toBool()) { // as older releases wrote it
        request.operation = Operation::Vary;
    }
    std::optional<Operation> operation = request.operation;
    if (!readOptional(object.value("operation"_L1), operation, operationFromName)) {
        return unreadable(u"operation"_s);
    }
    request.operation = *operation;
    request.previews = object.value("previews"_L1).toInt();
    request.user = object.value("user"_L1).toString();
    request.extra = object.value("extra"_L1).toObject();
    request.strict = object.value("strict"_L1).toBool();
    return request;
}

} // namespace lightwell
