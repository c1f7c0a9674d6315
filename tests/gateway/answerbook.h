// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/gateway/wordanswer.h"

#include <QJsonArray>
#include <QSet>
#include <QTcpSocket>

#include <memory>
#include <vector>

namespace lightwell::test {

/// One of the description's.
struct DescribedCall
{
    QByteArray method;
    QString path;
    QJsonObject described;

    [[nodiscard]] bool needsKey() const;
    [[nodiscard]] bool takesBody() const;
    [[nodiscard]] bool takesName() const; ///< in its path
    [[nodiscard]] QByteArray address() const; ///< with "none" for its names
};

[[nodiscard]] QList<DescribedCall> describedCalls(); ///< all that are described
/// "200 application/json", of what is described to go well; "204" where nothing comes.
[[nodiscard]] QStringList successesOf(const DescribedCall &operation);

/// Asks a gateway for what is described, and remembers how it answered.
class AnswerBook
{
public:
    /// `described` is the path as the description has it.
    WordAnswer ask(const GatewayRig &rig, const QByteArray &method, const QString &described, const QByteArray &path,
                   const QByteArray &body = {}, const QByteArray &headers = {});
    /// A path without names.
    WordAnswer post(const GatewayRig &rig, const QByteArray &path, const QJsonObject &wish,
                    const QByteArray &headers = {}, const QByteArray &query = {});
    WordAnswer get(const GatewayRig &rig, const QByteArray &path, const QByteArray &query = {});
    void note(const QByteArray &method, const QString &described, const WordAnswer &answer);

    /// At the same time as others. `status` is how it is to be answered; 0: with some error of the client's.
    void askMeanwhile(const GatewayRig &rig, const DescribedCall &operation, const QByteArray &headers, int status,
                      const QByteArray &body);
    void awaitAll(); ///< fails the test where one is answered otherwise

    /// {"method", "path", "status", "type", "body"}.
    [[nodiscard]] const QJsonArray &answers() const { return m_answers; }
    /// "GET /v1/models 200 application/json".
    [[nodiscard]] bool hasSeen(const QString &answer) const { return m_seen.contains(answer); }
    [[nodiscard]] bool hasSeenBeginning(const QString &beginning) const;

private:
    struct Asked
    {
        QByteArray method;
        QString path;
        int status = 0;
        std::unique_ptr<QTcpSocket> socket;
    };
    std::vector<Asked> m_asked; ///< whose answers are still to come
    QJsonArray m_answers;
    QSet<QString> m_seen; ///< "GET /v1/models 200 application/json"
};

} // namespace lightwell::test
