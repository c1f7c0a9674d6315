// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/terminal.h"
#include "app/cli/unixsignals.h"
#include "app/composition.h"
#include "core/secrets/hardening.h"
#include "core/secrets/keyring.h"
#include "core/wording/wording.h"

#include <QGuiApplication>
#include <QTimer>

using namespace lightwell;
using namespace Qt::StringLiterals;

namespace {

/// Standard error is for the person: one message when something failed. All else goes to the log file.
void tellOnlyProblems(QtMsgType type, const QMessageLogContext &, const QString &text)
{
    if (type == QtCriticalMsg || type == QtFatalMsg) {
        Terminal::lastWords(text);
    }
}

void printHelp(Terminal &terminal, const std::vector<std::unique_ptr<Command>> &commands)
{
    terminal.printText(u"Lightwell "_s + QStringLiteral(LIGHTWELL_VERSION) + u"\n"_s);
    terminal.printText(QCoreApplication::translate("lightwell::cli", "Usage: lightwell-cli COMMAND [options]\n"));
    QList<QStringList> rows;
    for (const auto &command : commands) {
        rows.append({u"  "_s + command->name(), command->summary()});
    }
    terminal.printTable(rows);
    terminal.printText(QCoreApplication::translate("lightwell::cli",
                                                   "\n\"lightwell-cli COMMAND --help\" tells more about one of them."));
}

/// What is there too much; empty where all is well. Does not repeat the arguments: one may be a key.
QString surplus(const QCommandLineParser &parser, const Command &command)
{
    const QStringList options = parser.optionNames();
    for (const QString &option : options) {
        const QString action = parser.positionalArguments().value(0);
        if (!command.takes(option, action)) {
            return QCoreApplication::translate(
                       "lightwell::cli", "\"%1\" has no use for --%2. \"lightwell-cli %3 --help\" shows what it takes.")
                .arg(QString(command.name() + u' ' + (action.isEmpty() ? u"list"_s : action)), option, command.name());
        }
        if (option != "image"_L1 && option != "extra"_L1 && option != "lora"_L1 && parser.values(option).size() > 1) {
            return QCoreApplication::translate("lightwell::cli", "--%1 is given more than once.").arg(option);
        }
    }
    const QStringList arguments = parser.positionalArguments();
    if (arguments.size() > command.maxArguments(arguments.value(0))) {
        return QCoreApplication::translate("lightwell::cli",
                                           "There are more arguments than \"%1\" takes. Put words that belong together "
                                           "in quotes; \"lightwell-cli %1 --help\" shows what it takes.")
            .arg(command.name());
    }
    return {};
}

/// 0 and up: end with this code; nothing: go on.
std::optional<int> readArguments(QCommandLineParser &parser, const Command &command, const QStringList &arguments,
                                 Terminal &terminal)
{
    command.declare(parser);
    parser.setApplicationDescription(command.summary());
    parser.addOption({{u"h"_s, u"help"_s}, QCoreApplication::translate("lightwell::cli", "Show this help.")});
    if (!parser.parse(arguments)) {
        terminal.message(parser.errorText());
        return ExitUsage;
    }
    if (parser.isSet(u"help"_s)) {
        terminal.printText(parser.helpText().replace(u"lightwell-cli [options]"_s,
                                                     u"lightwell-cli %1 [options]"_s.arg(command.name())));
        return ExitDone;
    }
    if (const QString tooMuch = surplus(parser, command); !tooMuch.isEmpty()) {
        terminal.message(tooMuch);
        return ExitUsage;
    }
    return std::nullopt;
}

} // namespace

int main(int argc, char **argv)
{
    disableCoreDumps();
    qInstallMessageHandler(tellOnlyProblems);
    // Pictures with lettering need Qt's fonts, and those an application object; no display is used.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argc, argv);
    QGuiApplication::setApplicationName(u"lightwell"_s);
    QGuiApplication::setApplicationVersion(QStringLiteral(LIGHTWELL_VERSION));

    Terminal terminal;
    const auto commands = allCommands();
    QStringList arguments = QGuiApplication::arguments();
    const QString name = arguments.value(1);
    if (name.isEmpty() || name == "help"_L1 || name == "--help"_L1 || name == "-h"_L1) {
        printHelp(terminal, commands);
        return name.isEmpty() ? ExitUsage : ExitDone;
    }
    if (name == "--version"_L1) {
        terminal.print(QStringLiteral(LIGHTWELL_VERSION));
        return ExitDone;
    }
    const auto found = std::find_if(commands.begin(), commands.end(),
                                    [&name](const auto &command) { return command->name() == name; });
    if (found == commands.end()) {
        terminal.message(QCoreApplication::translate("lightwell::cli", "There is no command \"%1\".").arg(name));
        printHelp(terminal, commands);
        return ExitUsage;
    }
    Command &command = **found;
    arguments.removeAt(1);
    QCommandLineParser parser;
    if (const std::optional<int> code = readArguments(parser, command, arguments, terminal)) {
        return *code;
    }

    const Paths paths = Paths::standard();
    Result<std::unique_ptr<Composition>> app =
        Composition::create(paths, command.storageNeed(parser.positionalArguments().value(0)));
    if (app) {
        for (const QString &warning : app.value()->warnings()) {
            terminal.message(warning);
        }
        QObject::connect(&app.value()->keyring(), &Keyring::warned, &application,
                         [&terminal](const Reason &says) { terminal.message(wording::sentence(says)); });
    }
    UnixSignals signals;
    QObject::connect(&signals, &UnixSignals::interrupted, &command, &Command::interrupt);
    QObject::connect(&command, &Command::finished, &application, &QCoreApplication::exit, Qt::QueuedConnection);
    QTimer::singleShot(0, &command, [&] {
        if (app) {
            command.run(parser, *app.value(), terminal);
        } else {
            command.runWithout(parser, paths, app.error(), terminal);
        }
    });
    return QGuiApplication::exec();
}
