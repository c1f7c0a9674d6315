// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QSocketNotifier>

namespace lightwell {

/// Standard input line by line as it comes, for a program that talks over a pipe. Nothing is read before it is made.
class InputLines : public QObject
{
    Q_OBJECT
public:
    /// A line may have so many bytes.
    explicit InputLines(qint64 longest, QObject *parent = nullptr);

Q_SIGNALS:
    void came(const QByteArray &line); ///< without its end; not for empty ones
    void tooLong(); ///< a line that is passed over
    void ended(); ///< nothing comes any more; comes once

private:
    void read();
    void take(QByteArrayView piece);

    const qint64 m_longest;
    QSocketNotifier m_notifier;
    QByteArray m_line;
    bool m_isSkipping = false; ///< until the end of a line that is too long
};

} // namespace lightwell
