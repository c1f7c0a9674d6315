// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/calls/responsestore.h"

#include "core/chat/textreasons.h"
#include "core/chat/writtenobject.h"
#include "core/model/base64.h"
#include "core/storage/store.h"
#include "core/storage/transaction.h"

#include <QRandomGenerator>

#include <algorithm>
#include <array>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

/// Where an item's picture lies, in the place of the picture itself.
constexpr auto place = "lightwell_picture";

QByteArray randomDigits()
{
    std::array<quint32, 6> values {};
    QRandomGenerator::system()->fillRange(values.data(), values.size());
    return QByteArray(reinterpret_cast<const char *>(values.data()), sizeof values).toHex();
}

QByteArray quoted(const QByteArray &plain)
{
    return '"' + plain + '"';
}

QString textIn(const QByteArray &written)
{
    return writtenValue(written).toString();
}

/// By this a list of items is paged.
QByteArray newItemId(const QString &type)
{
    const QByteArray kind = type == "message"_L1 ? "msg_" : type.startsWith("function_call"_L1) ? "fc_" : "item_";
    return quoted(kind + randomDigits());
}

Error unknownPrevious(const QString &id, int days)
{
    Error error = notSent(ErrorKind::Invalid, reasons::responseUnknown(id, days), u"previous_response_id"_s);
    error.code = u"previous_response_not_found"_s; // as OpenAI calls it
    return error;
}

Result<QByteArray> readItem(Database &database, const QString &name, const QString &client, const QDateTime &from)
{
    const Result<std::optional<QByteArray>> response = responserows::findByItem(database, name, client, from);
    if (!response) {
        return response.error();
    }
    const QByteArrayList items = responseitems::outputOf(response->value_or(QByteArray()));
    const auto item = std::find_if(items.begin(), items.end(),
                                   [&name](const QByteArray &one) { return responseitems::idOf(one) == name; });
    return item == items.end()
        ? Result<QByteArray>(notSent(ErrorKind::Invalid, reasons::responseItemNotKept(name), u"input"_s))
        : *item;
}

Result<responseitems::Earlier> readEarlier(Database &database, const responseitems::Wish &wish, const QString &client,
                                           const QDateTime &from, int days)
{
    responseitems::Earlier earlier;
    if (!wish.previous.isEmpty()) {
        const auto found = responserows::findConversation(database, wish.previous, client, from);
        if (!found) {
            return found.error();
        }
        if (!*found) {
            return unknownPrevious(wish.previous, days);
        }
        earlier.items = (**found).before + responseitems::outputOf((**found).response);
    }
    for (const QString &name : wish.references) {
        const Result<QByteArray> item = readItem(database, name, client, from);
        if (!item) {
            return item.error();
        }
        earlier.referred.insert(name, *item);
    }
    return earlier;
}

} // namespace

ResponseStore::ResponseStore(Store &store, const MediaStore &media, const responserows::Bounds &bounds)
    : m_store(&store)
    , m_media(media)
    , m_bounds(bounds)
{
}

QString ResponseStore::newId()
{
    return u"resp_"_s + QString::fromLatin1(randomDigits());
}

QDateTime ResponseStore::oldest() const
{
    return QDateTime::currentDateTimeUtc().addDays(-m_bounds.days);
}

Result<ResponseStore::Response> ResponseStore::putAway(Response response) const
{
    WrittenObject answer(response.response);
    const QByteArrayList output = putAway(ofOthers(responseitems::outputOf(response.response)));
    answer.set("output", responseitems::listOf(output));
    for (const QByteArray &item : output) {
        response.items.append(responseitems::idOf(item));
    }
    response.response = answer.text();
    response.input = responseitems::listOf(putAway(writtenEntries(response.input)));
    const qint64 bytes = response.input.size() + response.response.size();
    return bytes > m_bounds.bytesOfOne
        ? Result<Response>(notSent(ErrorKind::Storage, reasons::responseTooLong(m_bounds.bytesOfOne)))
        : response;
}

QFuture<Status> ResponseStore::keep(const Response &response) const
{
    return m_store->write([response, bounds = m_bounds](Database &database) {
        return inTransaction(database, [&] { return responserows::write(database, response, bounds); });
    });
}

QFuture<Result<std::optional<ResponseStore::Response>>> ResponseStore::find(const QString &id,
                                                                            const QString &client) const
{
    return m_store->read(
        [id, client, from = oldest()](Database &database) { return responserows::find(database, id, client, from); });
}

QFuture<Result<std::optional<ResponseStore::Response>>> ResponseStore::findByGeneration(const QString &generation,
                                                                                        const QString &client) const
{
    return m_store->read([generation, client, from = oldest()](Database &database) {
        return responserows::findByGeneration(database, generation, client, from);
    });
}

QFuture<Result<std::optional<responserows::Conversation>>> ResponseStore::findConversation(const QString &id,
                                                                                           const QString &client) const
{
    return m_store->read([id, client, from = oldest()](Database &database) {
        return responserows::findConversation(database, id, client, from);
    });
}

QFuture<Result<responseitems::Earlier>> ResponseStore::earlier(const responseitems::Wish &wish,
                                                               const QString &client) const
{
    return m_store->read([wish, client, from = oldest(), days = m_bounds.days](Database &database) {
        return readEarlier(database, wish, client, from, days);
    });
}

QFuture<Result<bool>> ResponseStore::remove(const QString &id, const QString &client) const
{
    return m_store->write([id, client, from = oldest()](Database &database) {
        return inTransaction(database, [&] { return responserows::remove(database, id, client, from); });
    });
}

QFuture<Status> ResponseStore::removeOld() const
{
    return m_store->write([from = oldest()](Database &database) {
        return inTransaction(database, [&] { return responserows::removeOld(database, from); });
    });
}

QByteArrayList ResponseStore::ofOthers(QByteArrayList items)
{
    for (QByteArray &item : items) {
        if (item.contains(place)) {
            WrittenObject fields(item);
            fields.remove(place);
            item = fields.text();
        }
    }
    return items;
}

QByteArray ResponseStore::putAway(const QByteArray &item) const
{
    WrittenObject fields(item);
    const QString type = textIn(fields.value("type"));
    if (!fields.contains("id") && type != "item_reference"_L1) {
        fields.set("id", newItemId(type));
    }
    if (type != "image_generation_call"_L1) {
        return fields.text();
    }
    const QByteArray result = fields.value("result");
    if (!result.startsWith('"') || result.size() <= 2) {
        return fields.text(); // none, or one that was put away before
    }
    const std::optional<QByteArray> picture = decodeBase64(QByteArrayView(result).sliced(1, result.size() - 2));
    const QString address = picture ? MediaStore::contentAddress(*picture) : QString();
    if (!address.isEmpty() && !m_media.pathOf(address).isEmpty()) {
        fields.set("result", R"("")");
        fields.set(place, quoted(address.toLatin1()));
    }
    return fields.text();
}

QByteArrayList ResponseStore::putAway(QByteArrayList items) const
{
    std::transform(items.begin(), items.end(), items.begin(), [this](const QByteArray &item) { return putAway(item); });
    return items;
}

QByteArray ResponseStore::withPicture(const QByteArray &item) const
{
    if (!item.contains(place)) {
        return item;
    }
    WrittenObject fields(item);
    const QString address = textIn(fields.value(place));
    if (address.isEmpty()) {
        return item;
    }
    fields.remove(place);
    if (const Result<QByteArray> picture = m_media.read(address)) {
        QByteArray text = "\"";
        appendBase64(text, *picture);
        fields.set("result", text + '"');
    }
    return fields.text();
}

QByteArrayList ResponseStore::withPictures(QByteArrayList items) const
{
    std::transform(items.begin(), items.end(), items.begin(),
                   [this](const QByteArray &item) { return withPicture(item); });
    return items;
}

QByteArray ResponseStore::withPicturesIn(const QByteArray &response) const
{
    WrittenObject fields(response);
    fields.set("output", responseitems::listOf(withPictures(responseitems::outputOf(response))));
    return fields.text();
}

} // namespace lightwell
