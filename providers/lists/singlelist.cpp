// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/lists/singlelist.h"

#include "core/catalog/listreasons.h"
#include "core/model/boundedjson.h"
#include "core/model/json.h"
#include "providers/common/requests.h"
#include "providers/common/urls.h"

namespace lightwell {

using namespace Qt::StringLiterals;

std::optional<HttpRequest> SingleList::next(const ListProgress &progress, const Credentials &credentials) const
{
    if (progress.asked > 0) {
        return std::nullopt;
    }
    HttpRequest request =
        getRequest(versionedEndpoint(credentials.baseUrl, m_profile.base, m_profile.version, m_profile.path));
    authorize(request, {}, credentials.key);
    return request;
}

Status SingleList::read(ListProgress &progress, const HttpResponse &answer) const
{
    const Result<QJsonDocument> document = listDocument(m_profile.provider, answer);
    if (!document) {
        return document.error();
    }
    const QJsonValue list =
        m_profile.entries.isEmpty() ? QJsonValue(document->array()) : document->object().value(m_profile.entries);
    if (!list.isArray() || (m_profile.entries.isEmpty() && !document->isArray())) {
        return noSuchList(m_profile.provider);
    }
    const QJsonArray entries = list.toArray();
    for (const QJsonValue entry : entries) {
        if (entry["id"_L1].toString().isEmpty()) {
            ++progress.list.leftOut;
        } else if (const std::optional<ListedModel> model = m_profile.read(entry.toObject())) {
            progress.list.models.append(*model);
        }
    }
    if (progress.list.leftOut > 0 && progress.list.leftOut == entries.size()) {
        return noSuchList(m_profile.provider);
    }
    progress.list.isWhole = m_profile.isWhole && progress.list.leftOut == 0;
    return Success();
}

Result<QJsonDocument> listDocument(const QString &provider, const HttpResponse &answer)
{
    constexpr int unauthorized = 401;
    constexpr int forbidden = 403;
    if (!answer.isSuccess()) {
        const bool isKey = answer.status == unauthorized || answer.status == forbidden;
        return notSent(isKey ? ErrorKind::Auth : ErrorKind::Upstream, reasons::listRefused(provider, answer.status));
    }
    Result<QJsonDocument> document = readJson(answer.body, jsonlimits::catalog);
    if (!document) {
        return noSuchList(provider);
    }
    return document;
}

Error noSuchList(const QString &provider)
{
    return notSent(ErrorKind::Upstream, reasons::listUnreadable(provider));
}

std::optional<PriceLine> priceLine(PriceLine::Item item, PriceLine::Unit unit, const QJsonValue &usd, qint64 per)
{
    const std::optional<double> amount = json::number(usd);
    if (!amount) {
        return std::nullopt;
    }
    PriceLine line;
    line.item = item;
    line.unit = unit;
    line.usd = *amount * static_cast<double>(per);
    line.per = per;
    return line;
}

} // namespace lightwell
