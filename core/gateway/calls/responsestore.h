// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/responseitems.h"
#include "core/journal/responserows.h"
#include "core/storage/mediastore.h"

#include <QByteArrayList>
#include <QFuture>

namespace lightwell {

class Store;

/// The answers of text models that clients may go on with, in the store. Their pictures stay where they are, in the
/// media store, so one that is deleted there is gone here as well. Any thread; the store lives longer.
class ResponseStore
{
public:
    ResponseStore(Store &store, const MediaStore &media, const responserows::Bounds &bounds = {});

    [[nodiscard]] static QString newId(); ///< "resp_…", which nobody guesses
    [[nodiscard]] int days() const { return m_bounds.days; } ///< for which one is kept

    /// Items of a client or a vendor, without what only the store may write into them.
    [[nodiscard]] static QByteArrayList ofOthers(QByteArrayList items);

    using Response = responserows::StoredResponse;
    /// That is put away; it is on the disk then. An error of the kind Invalid where what it goes on with is gone.
    [[nodiscard]] QFuture<Status> keep(const Response &response) const;
    /// With its pictures put away, and what its own turn brought. Nothing: this client has none of this id.
    [[nodiscard]] QFuture<Result<std::optional<Response>>> find(const QString &id, const QString &client) const;
    /// The same of the call that took this generation first.
    [[nodiscard]] QFuture<Result<std::optional<Response>>> findByGeneration(const QString &generation,
                                                                            const QString &client) const;
    /// The same with all that was said before it. Nothing, too, where some of that is missing.
    [[nodiscard]] QFuture<Result<std::optional<responserows::Conversation>>>
    findConversation(const QString &id, const QString &client) const;
    /// What a call goes on with and refers to, with pictures put away. An error of the kind Invalid where the client
    /// has not all of it.
    [[nodiscard]] QFuture<Result<responseitems::Earlier>> earlier(const responseitems::Wish &wish,
                                                                  const QString &client) const;
    /// Whether it was there. Answers that go on with it keep what it said.
    [[nodiscard]] QFuture<Result<bool>> remove(const QString &id, const QString &client) const;
    [[nodiscard]] QFuture<Status> removeOld() const;

    // Pictures; blocks on the disk: on the thread pool

    /// As it is kept: without its pictures, which the media store has, and with names for all items. An error: it is
    /// too much.
    [[nodiscard]] Result<Response> putAway(Response response) const;
    /// With the picture in `result`, as it was told; empty where it is gone. Other items as they are.
    [[nodiscard]] QByteArray withPicture(const QByteArray &item) const;
    [[nodiscard]] QByteArrayList withPictures(QByteArrayList items) const;
    /// A whole answer, with the pictures in its output.
    [[nodiscard]] QByteArray withPicturesIn(const QByteArray &response) const;

private:
    [[nodiscard]] QByteArray putAway(const QByteArray &item) const;
    [[nodiscard]] QByteArrayList putAway(QByteArrayList items) const;
    [[nodiscard]] QDateTime oldest() const;

    Store *m_store;
    MediaStore m_media;
    responserows::Bounds m_bounds;
};

} // namespace lightwell
