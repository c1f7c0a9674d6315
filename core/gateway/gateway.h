// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/http/httptimes.h"
#include "core/gateway/replay/answerwishes.h"
#include "core/gateway/tls/tlsidentity.h"
#include "core/model/error.h"
#include "core/model/money.h"

#include <QHostAddress>
#include <QObject>
#include <QStringList>
#include <QUrl>

#include <functional>
#include <memory>

namespace lightwell {

class AdapterRegistry;
class Catalog;
class ClientRegistry;
class Engine;
class Journal;
class Keyring;
class Ledger;
class MediaStore;
class RouteTable;
class Store;
struct HttpClientOptions;
struct Presets;
struct TextModels;

struct GatewayOptions
{
    QHostAddress address = QHostAddress::LocalHost;
    quint16 port = 4747; ///< 0 picks a free one
    /// A socket that listens at this address and port already; -1: the gateway opens its own. It is the gateway's from
    /// then on, and good for one start.
    qintptr inheritedSocket = -1;
    std::optional<TlsIdentity> tls; ///< calls are encrypted, and no others are taken
    bool requireKey = true; ///< may be off on loopback addresses only
    QByteArray givenKey; ///< one more that is taken while this runs (givenkey.h), under its client's name
    QStringList allowedOrigins; ///< exact browser origins; none by default, never "*"
    QStringList allowedHosts; ///< names of this computer that programs may use beside its addresses; never "*"
    /// Under which address programs reach the gateway through a proxy, "https://pictures.example/v1": links to files
    /// begin with it, and its host is allowed. Empty: links begin with what the request was sent to.
    QUrl publicUrl = {};
    qint64 maxBodyBytes = 64LL * 1024 * 1024;
    /// Of all clients together, and of one client half of it at most; who comes when it is full waits.
    qint64 maxBodyBytesAtOnce = 512LL * 1024 * 1024;
    /// Of one client half of them at most. Fewer where the system lets the program open fewer files.
    int maxConnections = 512;
    qint64 maxUnsentBytes = 256LL * 1024 * 1024; ///< of all answers together (ConnectionSlots::Setup)
    HttpTimes times; ///< how long a client may take
    std::chrono::milliseconds lookAround = std::chrono::seconds(5); ///< how often a gateway on 0.0.0.0 asks where it is
    /// A client that announces repetitions (OpenAI's do) and hangs up has probably run out of patience: its work goes
    /// on this long, so that the repetition finds it instead of paying again.
    std::chrono::milliseconds repetitionGrace = std::chrono::seconds(10);
    /// Whether an answer that has left also arrived, nobody can tell: for so long an announced repetition gets it once
    /// more, unless its client has sent another request behind it. Longer than OpenAI's clients wait between two.
    std::chrono::milliseconds answerGrace = std::chrono::seconds(10);
    int maxJobsWithoutWaiters = 256; ///< that go on like this at a time; of one client half of them at most
    /// Answers of /responses are kept in the store, in words and pictures, for clients that go on with them; those of
    /// chats and embeddings for as long as a call may be repeated, so that a later run tells them again.
    bool storesResponses = false;
    AnswerDefaults answers; ///< record and replay, cache and coalescing, where a call's headers do not say it
    /// For a user to answer what an assistant's program asks them for the gateway (MCP); then it counts as a no.
    std::chrono::milliseconds questionTime = std::chrono::minutes(10);
    bool tellsPrompts = false; ///< the log of requests has prompts and pictures, for whoever may look at it
    qint64 maxKeptBytes = 256LL * 1024 * 1024; ///< of delivered pictures that lie in no file, kept for repetitions
    /// How long an answer that comes in pieces, or may begin early, stays silent: clients and proxies give up on what
    /// says nothing for half a minute or a whole one.
    std::chrono::milliseconds longestSilence = std::chrono::seconds(15);
    /// Hosts ("build.lan", or with a port "127.0.0.1:9000") that webhooks may reach although they stand in a private
    /// network, also without TLS. None by default: what is told there is told by this computer, behind the firewall.
    QStringList webhookHosts = {};
    /// Pauses before a webhook that was not delivered is tried again; then it is given up.
    QList<std::chrono::milliseconds> webhookPauses = {std::chrono::seconds(5), std::chrono::minutes(5),
                                                      std::chrono::minutes(30), std::chrono::hours(2),
                                                      std::chrono::hours(5)};
};

struct GatewayState
{
    enum class Kind { Off, Listening, Failed };
    Kind kind = Kind::Off;
    QUrl url; ///< "http://127.0.0.1:4747/v1" while listening; "https:" where calls are encrypted
    QList<QUrl> others; ///< the same for other computers, where these can reach it
    Error error; ///< why listening failed, and what to do

    friend bool operator==(const GatewayState &, const GatewayState &) = default;
};

/// What a program asked and how it was answered.
struct GatewayCall
{
    QDateTime when; ///< it was answered, in UTC
    QString path; ///< "/v1/images/generations"
    int status = 0; ///< of HTTP; 499: its client hung up before there was an answer
    QByteArray method = {};
    QString client = {}; ///< its id (Client::id); empty: it showed no key that works, or none is asked for
    QString model = {}; ///< what made pictures, as its provider calls it; empty: nothing did
    QString provider = {}; ///< that made them
    Money cost = Money::unknown(); ///< as far as the answer's head says
    std::chrono::milliseconds took {}; ///< from its head to the answer's, the body's way included
    /// How much of that the attempts at providers took; nothing: nobody was asked, or the answer began before it was
    /// known.
    std::optional<std::chrono::milliseconds> upstream = {};
    QString code = {}; ///< why it was refused, as its error says: "MODEL_NOT_FOUND"; empty: it was not
};

/// The local server for other programs; what it has at which path, and in which dialect, stands in builtinroutes.cpp.
/// A client that hangs up cancels its work, unless that is a job. With "Idempotency-Key" the same call is made once:
/// while it runs, a second one waits for the same answer, afterwards it gets the kept one (for a day, as long as the
/// gateway runs); with another body it is refused (422). A repetition announced by "x-stainless-retry-count" finds the
/// running call as well, and one whose answer may not have arrived. Links to files carry a signature and need no key.
/// Lives on the engine's thread; start(), stop() and the setters may be called from any thread. Off means: no socket.
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
        Keyring &keyring; ///< for what assistants are told about keys
        Ledger &ledger; ///< for what a client is told of its budgets
        /// The addresses this computer has, asked on the gateway's thread. Empty: the system is asked.
        std::function<QList<QHostAddress>()> ownAddresses = {};
        /// What stands at which path, in which dialect. Empty: builtInMounts().
        std::shared_ptr<const RouteTable> routes = {};
        /// Where clients look at their own requests and budgets; nullptr: these paths say that they are not there.
        Store *store = nullptr;
        /// How webhooks go out; empty: none can be asked for.
        std::shared_ptr<const HttpClientOptions> webhooks = {};
        /// For recordings, notes of cached answers and placeholder pictures (Paths::replayFolder()). Empty: none are
        /// kept.
        QString replayFolder = {};
        std::shared_ptr<const TextModels> texts = {}; ///< empty: no text model is asked
        /// For clients that want to see what the vendor of their pictures was sent; nullptr: they are not told.
        const AdapterRegistry *adapters = nullptr;
    };
    explicit Gateway(const Parts &parts, QObject *parent = nullptr);
    ~Gateway() override;

    void setCatalog(const Catalog &catalog);
    void setPresets(const Presets &presets); ///< those that programs may name; none before
    /// The same from a file of the user's, as it is when a call comes.
    void setPresetsPath(const QString &path);
    /// If it runs: with the new options from the next request on. Where these need another socket it restarts, which
    /// ends all that is under way.
    void start(const GatewayOptions &options);
    /// Closes the socket; running calls are cancelled, and whoever waits is told so.
    void stop();
    /// Takes no more calls, answers those that run, and is Off when the last answer has left. What still runs when
    /// `patience` is over goes on, but its clients are told that the gateway closes and that they must not try again by
    /// themselves. A second call may shorten the patience.
    void finishAndStop(std::chrono::milliseconds patience);
    /// Networks come and go: looks at once at which addresses other computers can reach it, rather than soon.
    void lookAround();
    [[nodiscard]] GatewayState state() const;

Q_SIGNALS:
    void stateChanged(const lightwell::GatewayState &state);
    void called(const lightwell::GatewayCall &call); ///< refused ones too: a program with a wrong key is one that came

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace lightwell

Q_DECLARE_METATYPE(lightwell::GatewayState)
Q_DECLARE_METATYPE(lightwell::GatewayCall)
