// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mcp/opening.h"
#include "core/mcp/reports.h"
#include "core/routing/routewishes.h"

#include <QObject>

#include <memory>

namespace lightwell::mcp {

/// Who asks, and how pictures reach them.
struct Asker
{
    Origin origin; ///< with the keyHash of an Idempotency-Key where the way of the message has one
    UriOf uriOf;
    /// The content address of a picture that was made here and may be read by this client; empty: it is none. Called
    /// on any thread.
    std::function<QString(const QString &uri)> pictureAt;
    bool readsFiles = false; ///< it runs on this computer as this user: a path means that file
    /// Why a call that names this model may not be paid for now; it counts where it may. Empty: every one may.
    std::function<std::optional<Error>(const QString &model)> faultBeforePaying = {};
    /// Why this client may not name this model at all, also where nothing is paid; empty: it may name every one.
    std::function<std::optional<Error>(const QString &model)> faultInModel = {};
    /// What it is shown of all models; empty: all.
    std::function<Catalog(const Catalog &all)> shown = {};
    RouteWishes wishes = {}; ///< what it may have made by which models
    bool hangUpCancels = false; ///< else a connection may break without anybody meaning it
    /// What counts the memory that its message takes: held for as long as the message, or a job that came of it, needs
    /// that. Empty: nobody counts.
    std::shared_ptr<const void> held = {};
};

/// A request and its answer. begin() it once whoever carries its messages is connected; it ends once, unless its client
/// leaves before. Lives on the thread of its server.
class Call : public QObject
{
    Q_OBJECT
public:
    Call(Message message, const Terms &terms, Asker asker, QObject *parent);

    enum class Outcome {
        Answered,
        Malformed, ///< it is no such request: 400 over HTTP
        UnknownMethod, ///< of the newest revision: 404 over HTTP
    };
    virtual void begin() = 0;
    /// Its client hung up, or said that it does not want it any more. Nothing is sent for it from then on.
    virtual void leave(bool isCancelled);
    virtual void delivered() { } ///< the answer has reached its client, as far as anybody can know
    virtual void hear(const QJsonObject &answer); ///< the user's, to what was asked()
    virtual void goUnanswered(const Error &why); ///< nobody will hear(), so it ends

    [[nodiscard]] const QJsonValue &id() const { return m_message.id; }
    [[nodiscard]] const Asker &asker() const { return m_asker; }
    [[nodiscard]] bool isOver() const { return m_isOver; }

Q_SIGNALS:
    void notified(const QJsonObject &message);
    void working(const QString &job); ///< that may cost; whoever is cut off should be told its name
    void asked(const QJsonObject &params); ///< of elicitation/create
    void finished(const QJsonObject &message, lightwell::mcp::Call::Outcome outcome);

protected:
    void finish(QJsonObject result);
    void fail(const RpcError &error, Outcome outcome = Outcome::Answered);
    [[nodiscard]] const Message &message() const { return m_message; }
    [[nodiscard]] const Terms &terms() const { return m_terms; }
    [[nodiscard]] QJsonObject arguments() const; ///< of tools/call

private:
    const Message m_message;
    const Terms m_terms;
    const Asker m_asker;
    bool m_isOver = false;
};

/// {"name", "title", "version"} of this program.
[[nodiscard]] QJsonObject serverInfo();

/// For how long a client may keep a list, in the newest revision.
[[nodiscard]] QJsonObject cacheable(QJsonObject result, bool isForAll, int milliseconds);

} // namespace lightwell::mcp
