// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/error.h"

#include <QHostAddress>
#include <QObject>
#include <QStringList>
#include <QUrl>

#include <memory>

namespace lightwell {

class Catalog;
class ClientRegistry;
class Engine;
class Journal;
class MediaStore;

struct GatewayOptions
{
    QHostAddress address = QHostAddress::LocalHost;
    quint16 port = 4747; ///< 0 picks a free one
    bool requireKey = true; ///< may be off on loopback addresses only
    QStringList allowedOrigins; ///< exact browser origins; none by default, never "*"
    qint64 maxBodyBytes = 64LL * 1024 * 1024;
    int maxConnections = 512;
};

struct GatewayState
{
    enum class Kind { Off, Listening, Failed };
    Kind kind = Kind::Off;
    QUrl url; ///< "http://127.0.0.1:4747/v1" while listening
    Error error; ///< why listening failed, and what to do

    friend bool operator==(const GatewayState &, const GatewayState &) = default;
};

/// The local OpenAI-compatible server. Lives on the engine's thread; start(), stop() and the setters may be called
/// from any thread. Off means: no socket.
class Gateway : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        Engine &engine;
        ClientRegistry &clients;
        Journal &journal;
        MediaStore &media;
    };
    explicit Gateway(const Parts &parts, QObject *parent = nullptr);
    ~Gateway() override;

    void setCatalog(const Catalog &catalog);
    void start(const GatewayOptions &options); ///< restarts with the new options if it runs
    void stop(); ///< closes the socket; running calls are cancelled
    void finishAndStop(); ///< takes no more calls, answers those that run, then closes
    [[nodiscard]] GatewayState state() const;

Q_SIGNALS:
    void stateChanged(const lightwell::GatewayState &state);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace lightwell

Q_DECLARE_METATYPE(lightwell::GatewayState)
