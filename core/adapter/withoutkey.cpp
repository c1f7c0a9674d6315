// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapter/withoutkey.h"

#include <QJsonArray>

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

QString without(QString text, const QString &key)
{
    return text.replace(key, u"…"_s);
}

bool holds(const QJsonValue &value, const QString &key)
{
    if (value.isString()) {
        return value.toString().contains(key);
    }
    const QJsonObject fields = value.toObject();
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        if (field.key().contains(key) || holds(field.value(), key)) {
            return true;
        }
    }
    const QJsonArray entries = value.toArray();
    return std::any_of(entries.begin(), entries.end(), [&key](const QJsonValue &entry) { return holds(entry, key); });
}

QJsonValue without(const QJsonValue &value, const QString &key);

QJsonObject without(const QJsonObject &object, const QString &key)
{
    if (!holds(object, key)) {
        return object; // as nearly always, and nothing is made anew
    }
    QJsonObject result;
    for (auto field = object.begin(); field != object.end(); ++field) {
        result.insert(without(field.key(), key), without(field.value(), key));
    }
    return result;
}

QJsonValue without(const QJsonValue &value, const QString &key)
{
    if (value.isObject()) {
        return without(value.toObject(), key);
    }
    if (value.isArray()) {
        QJsonArray result;
        const QJsonArray list = value.toArray();
        for (const QJsonValue &entry : list) {
            result.append(without(entry, key));
        }
        return result;
    }
    return value.isString() ? QJsonValue(without(value.toString(), key)) : value;
}

Error without(const Error &error, const QString &key)
{
    const QJsonObject object = error.toJson();
    const QJsonObject result = without(object, key);
    return result == object ? error : Error::fromJson(result);
}

} // namespace

namespace {

void takeOut(Step &step, const QString &text)
{
    if (auto *failed = std::get_if<Failed>(&step)) {
        failed->error = without(failed->error, text);
    } else if (auto *odd = std::get_if<Odd>(&step)) {
        odd->error = without(odd->error, text);
    } else if (auto *send = std::get_if<Send>(&step)) {
        send->state = without(send->state, text);
    } else if (auto *wait = std::get_if<Wait>(&step)) {
        wait->state = without(wait->state, text);
    } else if (auto *done = std::get_if<Done>(&step)) {
        done->usage = without(done->usage, text);
        for (ProducedMedia &media : done->media) {
            media.revisedPrompt = without(media.revisedPrompt, text);
        }
    }
}

} // namespace

Step withoutKey(Step step, const QByteArrayList &keys)
{
    for (const QByteArray &key : keys) {
        if (key.size() >= shortestSecretKey) {
            takeOut(step, QString::fromUtf8(key));
        }
    }
    return step;
}

Error withoutKey(const Error &error, const QByteArrayList &keys)
{
    Error clean = error;
    for (const QByteArray &key : keys) {
        if (key.size() >= shortestSecretKey) {
            clean = without(clean, QString::fromUtf8(key));
        }
    }
    return clean;
}

} // namespace lightwell
