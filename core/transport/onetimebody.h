// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIODevice>

namespace lightwell {

/// The body of a request that leaves at most once. QNetworkAccessManager silently sends a request again when a
/// connection breaks before the answer; it cannot do that with a device that does not rewind. Newer versions of Qt
/// connect again before they ask; over that connection nothing goes, for they write the head only together with the
/// body's first bytes, and there are none any more. An empty body would not hold them back: never use this for one.
/// And since the bytes are fetched only when a connection stands, an untouched body is the proof that nothing was sent.
class OneTimeBody : public QIODevice
{
    Q_OBJECT
public:
    explicit OneTimeBody(QByteArray bytes, QObject *parent = nullptr)
        : QIODevice(parent)
        , m_bytes(std::move(bytes))
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] bool atEnd() const override { return m_position >= m_bytes.size(); }
    [[nodiscard]] qint64 bytesAvailable() const override { return m_bytes.size() - m_position; }
    /// Refusing is the point: going back would mean to send again.
    bool seek(qint64) override { return false; }
    [[nodiscard]] bool wasRead() const { return m_position > 0; }

Q_SIGNALS:
    void reading(); ///< the connection stands, the first bytes go out

protected:
    qint64 readData(char *data, qint64 most) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qint64 m_position = 0;
};

} // namespace lightwell
