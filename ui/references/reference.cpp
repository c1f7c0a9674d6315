// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/references/reference.h"

#include "core/media/inputpicture.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr int largestGrowth = 16'384; ///< no canvas is larger
constexpr int largestList = 16;

bool isAddress(const QString &id)
{
    static const QRegularExpression address(u"\\A[0-9a-f]{64}\\z"_s);
    return address.match(id).hasMatch();
}

QJsonObject maskToJson(const PaintedMask &mask)
{
    QJsonObject object {{"id"_L1, mask.id}, {"steps"_L1, mask.steps}};
    if (mask.isGrown()) {
        object.insert("growth"_L1,
                      QJsonArray {mask.growth.left(), mask.growth.top(), mask.growth.right(), mask.growth.bottom()});
    }
    return object;
}

std::optional<PaintedMask> maskFromJson(const QJsonValue &value)
{
    PaintedMask mask;
    mask.id = value["id"_L1].toString();
    if (!isAddress(mask.id)) {
        return std::nullopt;
    }
    mask.steps = std::max(0, value["steps"_L1].toInt());
    const auto side = [growth = value["growth"_L1].toArray()](int place) {
        return std::clamp(growth.at(place).toInt(), 0, largestGrowth);
    };
    mask.growth = QMargins(side(0), side(1), side(2), side(3));
    return mask;
}

} // namespace

qsizetype maskedPlace(const QList<Reference> &references)
{
    const auto first = std::find_if(references.cbegin(), references.cend(),
                                    [](const Reference &it) { return it.role == ImageRole::Reference; });
    return first == references.cend() ? -1 : std::distance(references.cbegin(), first);
}

const PaintedMask *maskOf(const QList<Reference> &references)
{
    const qsizetype place = maskedPlace(references);
    return place >= 0 && references.at(place).mask ? &*references.at(place).mask : nullptr;
}

void addReferences(Request &request, const QList<Reference> &references)
{
    const PaintedMask *mask = maskOf(references);
    for (const Reference &it : references) {
        if (!it.isReady()) {
            continue;
        }
        const bool isGrown = mask == (it.mask ? &*it.mask : nullptr) && mask && !mask->canvas.isEmpty();
        const QByteArray &bytes = isGrown ? mask->canvas : it.bytes;
        request.images.append({bytes, inputName(it.name, bytes), it.role});
    }
    if (mask && !mask->mask.isEmpty()) {
        request.mask = InputImage {mask->mask, u"mask.png"_s, ImageRole::Reference};
    }
}

QJsonArray referencesToJson(const QList<Reference> &references)
{
    QJsonArray array;
    for (const Reference &it : references) {
        if (it.path.isEmpty() && it.id.isEmpty()) {
            continue; // it was never read
        }
        QJsonObject object {{"name"_L1, it.name}};
        if (it.path.isEmpty()) {
            object.insert("id"_L1, it.id);
        } else {
            object.insert("path"_L1, it.path);
        }
        if (it.role != ImageRole::Reference) {
            object.insert("role"_L1, imageRoleName(it.role));
        }
        if (it.mask) {
            object.insert("mask"_L1, maskToJson(*it.mask));
        }
        array.append(object);
    }
    return array;
}

QList<Reference> referencesFromJson(const QJsonArray &array)
{
    QList<Reference> references;
    for (const QJsonValue value : array) {
        Reference it;
        it.path = value["path"_L1].toString();
        it.id = it.path.isEmpty() ? value["id"_L1].toString() : QString();
        it.name = value["name"_L1].toString().section(u'/', -1);
        it.role = imageRoleFromName(value["role"_L1].toString()).value_or(ImageRole::Reference);
        it.mask = maskFromJson(value["mask"_L1]);
        if ((!it.path.isEmpty() || isAddress(it.id)) && references.size() < largestList) {
            references.append(it);
        }
    }
    return references;
}

} // namespace lightwell
