// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/textorder.h"
#include "core/gateway/dialects/dialect.h"

namespace lightwell {

class AdapterRegistry;

/// What the vendor of pictures was sent at last, for a client that wants to see it (GenerationCall::echoes), as Explain
/// shows it. Empty: nobody was asked, or only an answer of the vendor's wrote it. May take as long as the input
/// pictures are large: call it on the thread pool.
[[nodiscard]] QJsonObject sentForPictures(const Generation &made, const AdapterRegistry &adapters);

/// What vendors were sent for a call to a text model, for a client that wants to see it (Telling::echoes): of each
/// attempt, in their order. Without keys, which no body has, and without the bytes of pictures.
class SentBodies
{
public:
    /// The same order, which notes here what each vendor is sent. On the engine's thread, which is the gateway's.
    [[nodiscard]] static TextOrder noting(TextOrder order, const std::shared_ptr<SentBodies> &sent);

    [[nodiscard]] QByteArray last() const; ///< Telling::echo; empty: nobody was asked
    /// Of all, as a stream of the dialect tells them before anything else.
    [[nodiscard]] QByteArray events(const Dialect &dialect, const QString &generation) const;
    [[nodiscard]] qint64 bytes() const;

private:
    struct Sent
    {
        Plan plan;
        QByteArray body; ///< as it is shown
    };
    QList<Sent> m_all;
};

} // namespace lightwell
