// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/settings.h"

#include "app/cli/terminal.h"
#include "app/composition.h"

#include <QJsonObject>

namespace lightwell {

using namespace Qt::StringLiterals;

QString SettingsCommand::name() const
{
    return u"settings"_s;
}

QString SettingsCommand::summary() const
{
    return tr("Show the settings, or accept what is left of damaged ones.");
}

void SettingsCommand::declare(QCommandLineParser &parser) const
{
    parser.addPositionalArgument(
        u"action"_s,
        tr("list, or accept: the file was damaged, and from now on these settings are the ones "
           "that are meant."),
        u"[list | accept]"_s);
    parser.addOption({u"json"_s, tr("Print JSON for programs.")});
}

bool SettingsCommand::takes(const QString &, const QString &action) const
{
    return action != "accept"_L1;
}

void SettingsCommand::run(const QCommandLineParser &parser, Composition &app, Terminal &terminal)
{
    const QString action = parser.positionalArguments().value(0);
    if (action == "accept"_L1) {
        if (app.settings().trouble().isEmpty()) {
            conclude(terminal, tr("The settings are not damaged, so there is nothing to accept."), ExitDone);
        } else if (const Status accepted = app.settings().accept(); !accepted) {
            fail(terminal, accepted.error());
        } else {
            conclude(terminal,
                     tr("These settings hold from now on. Start a window or \"serve\" that runs already anew."),
                     ExitDone);
        }
        return;
    }
    if (!action.isEmpty() && action != "list"_L1) {
        conclude(terminal, tr("Say \"settings\" or \"settings accept\"."), ExitUsage);
        return;
    }
    QJsonObject values;
    QList<QStringList> rows {{tr("setting"), tr("value"), tr("by default")}};
    const QList<Settings::Entry> entries = app.settings().entries();
    for (const Settings::Entry &entry : entries) {
        values.insert(entry.key, entry.value);
        rows.append({entry.key, entry.value, entry.value == entry.fallback ? QString() : entry.fallback});
    }
    if (parser.isSet(u"json"_s)) {
        terminal.printJson(values);
    } else {
        terminal.printTable(rows);
    }
    conclude(terminal, {}, ExitDone);
}

} // namespace lightwell
