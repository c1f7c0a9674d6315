// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/generate.h"

#include "app/cli/leftovers.h"
#include "app/cli/outcome.h"
#include "app/cli/picturefiles.h"
#include "app/cli/report.h"
#include "app/cli/requestoptions.h"
#include "app/cli/terminal.h"
#include "app/composition.h"
#include "core/wording/wording.h"

namespace lightwell {

using namespace Qt::StringLiterals;

QString GenerateCommand::name() const
{
    return u"generate"_s;
}

QString GenerateCommand::summary() const
{
    return tr("Make pictures with one model.");
}

void GenerateCommand::declare(QCommandLineParser &parser) const
{
    declareRequestOptions(parser, true);
    parser.addOption({{u"o"_s, u"output"_s}, tr("Where the picture goes: a file or a folder."), u"FILE|DIR"_s});
}

qsizetype GenerateCommand::maxArguments(const QString &) const
{
    return 1;
}

void GenerateCommand::run(const QCommandLineParser &parser, Composition &app, Terminal &terminal)
{
    const Result<Request> request = requestFromOptions(parser);
    if (!request || request->model.isEmpty()) {
        terminal.message(request ? tr("Name a model with --model. \"lightwell-cli models\" lists them.")
                                 : wording::sentence(request.error()));
        Q_EMIT finished(ExitUsage);
        return;
    }
    m_app = &app;
    m_terminal = &terminal;
    m_output = parser.value(u"output"_s);
    m_asJson = parser.isSet(u"json"_s);
    if (const Status ready = prepareTarget(m_output); !ready.ok()) {
        terminal.error(ready.error());
        Q_EMIT finished(ExitFailed);
        return;
    }
    // The ending of the file's name is no wish to be strict about: where nobody makes that format by itself, the
    // file gets the picture's own ending.
    if (request->strict && request->format && !parser.isSet(u"format"_s)) {
        app.engine().plan(*request, this, [this, asked = *request](const Result<QList<Plan>> &plans) {
            Request free = asked;
            if (!plans && plans.error().code == "strict"_L1) {
                free.format.reset();
            }
            start(free);
        });
        return;
    }
    start(*request);
}

void GenerateCommand::start(const Request &request)
{
    m_leftovers = new Leftovers(m_app->engine(), *m_terminal, this);
    m_leftovers->takeUp();
    m_running = m_app->engine().generate(
        request, {Origin::Kind::CommandLine, {}}, this, [this](const Generation &generation) { ended(generation); },
        [this](const Progress &progress) { m_terminal->progress(progressText(progress)); });
    m_leftovers->isOwn(m_running);
}

void GenerateCommand::interrupt()
{
    if (!m_leftovers || m_leftovers->isFinishing()) {
        Q_EMIT finished(m_code);
        return;
    }
    m_terminal->message(tr("Stopping…"));
    m_app->engine().cancel(m_running);
}

void GenerateCommand::ended(const Generation &generation)
{
    const Result<QStringList> files = copyPictures(generation, m_output);
    tellOutcome(generation, files, m_asJson, *m_terminal);
    m_code = files.ok() && isDone(generation) ? ExitDone : ExitFailed;
    m_leftovers->finish([this] { Q_EMIT finished(m_code); });
}

} // namespace lightwell
