// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

namespace lightwell {

/// Keys for this run only: in memory, overwritten when they go. Used on one thread.
class SessionStore
{
public:
    SessionStore() = default;
    ~SessionStore();
    SessionStore(const SessionStore &) = delete;
    SessionStore &operator=(const SessionStore &) = delete;

    [[nodiscard]] QByteArray read(const QString &entry) const { return m_secrets.value(entry); } ///< empty: none
    void write(const QString &entry, const QByteArray &secret);
    void remove(const QString &entry);

private:
    QHash<QString, QByteArray> m_secrets;
};

} // namespace lightwell
