// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/routes.h"

#include <QList>

namespace lightwell {

using namespace Qt::StringLiterals;

Route Route::find(const QString &path)
{
    if (path == "/healthz"_L1) {
        return {Kind::Health, {}, "GET, HEAD"};
    }
    if (path == "/metrics"_L1) {
        return {Kind::Metrics, {}, "GET, HEAD"};
    }
    QString rest = path;
    if (rest.startsWith("/openai/"_L1)) {
        rest.remove(0, 7);
    }
    if (!rest.startsWith("/v1/"_L1)) {
        return {};
    }
    rest.remove(0, 4);
    if (rest == "images/generations"_L1) {
        return {Kind::Generations, {}, "POST"};
    }
    if (rest == "images/edits"_L1) {
        return {Kind::Edits, {}, "POST"};
    }
    if (rest == "images/variations"_L1) {
        return {Kind::Variations, {}, "POST"};
    }
    if (rest == "models"_L1) {
        return {Kind::Models, {}, "GET, HEAD"};
    }
    if (rest.startsWith("models/"_L1) && rest.size() > 7) {
        return {Kind::Model, rest.mid(7), "GET, HEAD"};
    }
    if (rest.startsWith("files/"_L1) && rest.size() > 6) {
        return {Kind::File, rest.mid(6), "GET, HEAD"};
    }
    return {};
}

bool Route::allows(const QByteArray &method) const
{
    return methods.split(',').contains(method) || methods.split(',').contains(" " + method);
}

QString Route::logName() const
{
    switch (kind) {
    case Kind::Unknown:
        break;
    case Kind::Health:
        return u"/healthz"_s;
    case Kind::Metrics:
        return u"/metrics"_s;
    case Kind::File:
        return u"/v1/files"_s;
    case Kind::Models:
    case Kind::Model:
        return u"/v1/models"_s;
    case Kind::Generations:
        return u"/v1/images/generations"_s;
    case Kind::Edits:
        return u"/v1/images/edits"_s;
    case Kind::Variations:
        return u"/v1/images/variations"_s;
    }
    return u"(unknown)"_s;
}

} // namespace lightwell
