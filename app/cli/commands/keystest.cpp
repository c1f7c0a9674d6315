// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/keys.h"

#include "app/cli/keytable.h"
#include "app/cli/terminal.h"
#include "app/composition.h"
#include "core/wording/wording.h"

#include <QJsonArray>
#include <QTimer>

namespace lightwell {

using namespace Qt::StringLiterals;

void KeysCommand::test(const Wanted &wanted, bool asJson)
{
    m_app->keyring().states(this, [this, wanted, asJson](const QList<KeyState> &states) {
        QList<KeyId> chosen;
        bool isShut = false;
        for (const KeyState &state : states) {
            if (!wanted.provider.isEmpty() && wanted.provider != state.provider) {
                continue;
            }
            isShut = isShut || keytable::isLocked(state);
            const QList<KeyState> keys = state.all();
            for (const KeyState &key : keys) {
                const bool isMeant = wanted.name.value_or(key.name) == key.name;
                if (isMeant && key.source != KeySource::None && key.source != KeySource::NotNeeded) {
                    chosen.append(key.key());
                }
            }
        }
        if (isShut && canUnlock()) {
            m_asked = true;
            unlock([this, wanted, asJson] { test(wanted, asJson); });
            return;
        }
        if (chosen.isEmpty() && !wanted.provider.isEmpty()) {
            chosen.append(KeyId(wanted.provider, wanted.name.value_or(QString()))); // it says what is missing
        }
        if (chosen.isEmpty() && isShut) {
            sayLocked(states);
            Q_EMIT finished(ExitFailed);
            return;
        }
        if (chosen.isEmpty()) {
            m_terminal->message(tr("There is no key to test. \"keys set PROVIDER\" adds one."));
            Q_EMIT finished(ExitFailed);
            return;
        }
        testAll(chosen, asJson);
    });
}

void KeysCommand::testAll(const QList<KeyId> &keys, bool asJson)
{
    struct Results
    {
        QJsonArray report;
        qsizetype left = 0;
        bool good = true;
    };
    auto results = std::make_shared<Results>();
    results->left = keys.size();
    QTimer::singleShot(std::chrono::seconds(1), this, [this, results] {
        if (results->left > 0) {
            m_terminal->progress(tr("Asking whether the keys work…"));
        }
    });
    for (const KeyId &key : keys) {
        m_app->engine().checkKey(key, this, [this, key, results, asJson](const Status &status) {
            m_terminal->endProgress();
            const QString message = status.ok() ? tr("works") : wording::sentence(status.error());
            results->good = results->good && status.ok();
            results->report.append(QJsonObject {
                {"provider"_L1, key.provider}, {"name"_L1, key.name}, {"ok"_L1, status.ok()}, {"message"_L1, message}});
            if (!asJson) {
                m_terminal->print(keytable::shownName(key) + u": "_s + message);
            }
            if (--results->left == 0) {
                if (asJson) {
                    m_terminal->printJson(results->report);
                }
                Q_EMIT finished(results->good ? ExitDone : ExitFailed);
            }
        });
    }
}

} // namespace lightwell
