// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/textreasons.h"
#include "core/chat/writtenobject.h"
#include "core/gateway/dialects/openai/openaiaccount.h"
#include "core/wording/gatewayreasons.h"

/// The part of OpenAiAccount that follows GET and DELETE /responses/{id} and GET /responses/{id}/input_items of
/// OpenAI's API reference. `include` asks for nothing that would not be there anyway, and is passed over.
namespace lightwell::openai {

using namespace Qt::StringLiterals;

namespace {

/// Not read and written once more: pictures would lie in memory several times over.
GatewayResponse written(const QByteArray &body)
{
    return {200, {{"Content-Type", "application/json"}}, body};
}

QByteArray idOf(const QByteArray &item)
{
    const QByteArray id = WrittenObject(item).value("id");
    return id.isEmpty() ? "null"_ba : id;
}

} // namespace

Result<responseitems::PageWish> OpenAiAccount::readItems(const GatewayRequest &request) const
{
    using responseitems::PageWish;
    const QUrlQuery &query = request.query;
    PageWish wish;
    if (query.hasQueryItem(u"limit"_s)) {
        bool isNumber = false;
        wish.limit = query.queryItemValue(u"limit"_s).toInt(&isNumber);
        if (!isNumber || wish.limit < 1 || wish.limit > PageWish::most) {
            return notSent(ErrorKind::Invalid, reasons::pageLimitUnusable(PageWish::most), u"limit"_s);
        }
    }
    const QString order = query.queryItemValue(u"order"_s);
    const QStringList known {u"asc"_s, u"desc"_s};
    if (!order.isEmpty() && !known.contains(order)) {
        return notSent(ErrorKind::Invalid, reasons::pageWordUnknown(u"order"_s, known), u"order"_s);
    }
    wish.isAscending = order == known.first();
    wish.after = query.queryItemValue(u"after"_s, QUrl::FullyDecoded);
    return wish;
}

GatewayResponse OpenAiAccount::keptResponse(const QByteArray &response) const
{
    return written(response);
}

GatewayResponse OpenAiAccount::keptItems(const responseitems::Page &page) const
{
    const bool isEmpty = page.items.isEmpty();
    return written(R"({"object":"list","data":)" + responseitems::listOf(page.items) + R"(,"first_id":)"
                   + (isEmpty ? "null"_ba : idOf(page.items.first())) + R"(,"last_id":)"
                   + (isEmpty ? "null"_ba : idOf(page.items.last())) + R"(,"has_more":)"
                   + (page.hasMore ? "true" : "false") + '}');
}

GatewayResponse OpenAiAccount::responseRemoved(const QString &id) const
{
    return GatewayResponse::json(200, {{u"id"_s, id}, {u"object"_s, u"response"_s}, {u"deleted"_s, true}});
}

} // namespace lightwell::openai
