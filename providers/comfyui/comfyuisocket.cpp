// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/comfyui/comfyuisocket.h"

#include "core/model/boundedjson.h"

#include <QJsonObject>
#include <QtEndian>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype numberBytes = 4;

std::optional<quint32> number(const QByteArray &bytes, qsizetype at)
{
    return bytes.size() >= at + numberBytes ? std::optional(qFromBigEndian<quint32>(bytes.constData() + at))
                                            : std::nullopt;
}

QList<Interim> sketch(const QByteArray &message, const QString &id)
{
    const std::optional<quint32> kind = number(message, 0);
    const std::optional<quint32> second = number(message, numberBytes);
    if (!kind || !second) {
        return {};
    }
    qsizetype begin = 2 * numberBytes;
    if (*kind == 4) {
        const Result<QJsonObject> about =
            readJsonObject(message.mid(begin, std::min<qsizetype>(*second, message.size())), jsonlimits::answer);
        if (!about || about->value("prompt_id"_L1).toString(id) != id) {
            return {};
        }
        begin += static_cast<qsizetype>(*second);
    } else if (*kind != 1) {
        return {};
    }
    const QByteArray picture = message.mid(begin);
    return picture.isEmpty() ? QList<Interim>() : QList<Interim> {Preview {picture, {}}};
}

} // namespace

QList<Interim> comfyUiInterim(const StreamEvent &event, const QString &id)
{
    if (event.name == "binary"_ba) {
        return sketch(event.data, id);
    }
    const Result<QJsonObject> message = readJsonObject(event.data, jsonlimits::answer);
    const QJsonObject data = message ? message->value("data"_L1).toObject() : QJsonObject();
    if (id.isEmpty() || data.value("prompt_id"_L1).toString() != id) {
        return {};
    }
    const QString type = message->value("type"_L1).toString();
    const double most = data.value("max"_L1).toDouble();
    if (type == "progress"_L1 && most > 0) {
        return {JobProgress {std::clamp(data.value("value"_L1).toDouble() / most, 0.0, 1.0), {}}};
    }
    const bool isOver = type == "execution_success"_L1 || type == "execution_error"_L1
        || type == "execution_interrupted"_L1 || (type == "executing"_L1 && data.value("node"_L1).isNull());
    return isOver ? QList<Interim> {PollNow {}} : QList<Interim>();
}

} // namespace lightwell
