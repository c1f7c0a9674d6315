// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/generation.h"

#include <optional>

namespace lightwell {

/// What the name of a file says, once its signature is checked.
struct FileLink
{
    QString picture; ///< its content address
    QString client; ///< the id of the gateway client it was made for; empty: nobody's in particular
    friend bool operator==(const FileLink &, const FileLink &) = default;
};

/// Names of the gateway's files: "CONTENTADDRESS-CLIENT-SIGNATURE.SUFFIX", or without the client where there is none.
/// Whoever has the link may read the picture, as with OpenAI's own links, so that browsers and plain downloads work
/// without a key; nobody else can make one up, not even of a picture whose content they know. A client's links are good
/// for as long as the client is. Those of releases that did not name the client are good for as long as the picture.
class FileLinks
{
public:
    explicit FileLinks(QByteArray secret = {});
    [[nodiscard]] QString nameFor(const Picture &picture, const QString &client) const;
    /// Nothing, unless the name was made here. Whether its client is still welcome is another question.
    [[nodiscard]] std::optional<FileLink> read(const QString &name) const;

private:
    [[nodiscard]] QByteArray signature(const QString &stem, const QString &suffix) const;
    QByteArray m_secret; ///< empty: no name is valid
};

} // namespace lightwell
