// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/terminal.h"
#include "app/cli/unixsignals.h"
#include "app/composition.h"
#include "app/englishlocale.h"
#include "core/secrets/hardening.h"
#include "core/secrets/keyring.h"
#include "core/wording/wording.h"

#include <QGuiApplication>
#include <QRegularExpression>
#include <QTimer>

#include <algorithm>
#include <array>
#include <csignal>

using namespace lightwell;
using namespace Qt::StringLiterals;

namespace {

/// Standard error is for the person: one message when something failed, and what is waited for. All else goes to the
/// log file.
void tellOnlyProblems(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    if (qstrcmp(context.category, "lightwell.waiting") == 0) { // else nothing would be seen for seconds
        Terminal::lastWords(
            QCoreApplication::translate("lightwell::cli", "Waiting for another program that holds the database…"));
    }
    if (type == QtCriticalMsg || type == QtFatalMsg) {
        Terminal::lastWords(text);
    }
}

/// Its place, from 1; 0: there is none. Qt has replaced what does not belong there by the time it hands them out.
int firstOutsideUtf8(int argc, char **argv)
{
    for (int place = 1; place < argc; ++place) {
        if (!QByteArrayView(argv[place]).isValidUtf8()) {
            return place;
        }
    }
    return 0;
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
        static constexpr std::array repeatable {"image"_L1, "style-image"_L1, "character-image"_L1,
                                                "extra"_L1, "lora"_L1,        "field"_L1};
        const bool isRepeatable = std::find(repeatable.begin(), repeatable.end(), option) != repeatable.end();
        if (!isRepeatable && parser.values(option).size() > 1) {
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
        static const QRegularExpression negative(u"-[.0-9].*"_s); // to the parser, options nobody knows
        const qsizetype place = arguments.indexOf(negative);
        terminal.message(
            place < 0 ? parser.errorText()
                      : QCoreApplication::translate("lightwell::cli", "%1 is less than nothing, and no amount can be.")
                            .arg(arguments.at(place)));
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
    std::signal(SIGPIPE, SIG_IGN); // a closed pipe is told as any output that cannot be written
    qInstallMessageHandler(tellOnlyProblems);
    // Pictures with lettering need Qt's fonts, and those an application object; no display is used.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argc, argv);
    QGuiApplication::setApplicationName(u"lightwell"_s);
    QGuiApplication::setApplicationVersion(QStringLiteral(LIGHTWELL_VERSION));

    speakEnglish();

    Terminal terminal;
    if (const int bad = firstOutsideUtf8(argc, argv); bad > 0) {
        terminal.message(QCoreApplication::translate("lightwell::cli",
                                                     "Argument %1 is not UTF-8, so it would reach nobody as it is "
                                                     "meant. Set the terminal to UTF-8, or give the file another name.")
                             .arg(bad));
        return ExitUsage;
    }
    const auto commands = allCommands();
    QStringList arguments = QGuiApplication::arguments();
    const QString name = arguments.value(1);
    if (name.isEmpty() || name == "help"_L1 || name == "--help"_L1 || name == "-h"_L1) {
        printHelp(terminal, commands);
        return terminal.exitCode(name.isEmpty() ? ExitUsage : ExitDone);
    }
    if (name == "--version"_L1) {
        terminal.print(QStringLiteral(LIGHTWELL_VERSION));
        return terminal.exitCode(ExitDone);
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
        return terminal.exitCode(*code);
    }

    const Paths paths = Paths::standard();
    Result<std::unique_ptr<Composition>> app =
        Composition::create(paths, command.storageNeed(parser.positionalArguments().value(0)));
    if (app) {
        if (!command.tellsWarnings()) {
            const QString damaged = wording::sentence(app.value()->settings().trouble());
            for (const QString &warning : app.value()->warnings() + QStringList(damaged)) {
                if (!warning.isEmpty()) {
                    terminal.message(warning);
                }
            }
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
    return terminal.exitCode(QGuiApplication::exec());
}
