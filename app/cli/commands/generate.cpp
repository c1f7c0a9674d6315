// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/generate.h"

#include "app/cli/leftovers.h"
#include "app/cli/outcome.h"
#include "app/cli/picturefiles.h"
#include "app/cli/report.h"
#include "app/cli/requestoptions.h"
#include "app/cli/routetable.h"
#include "app/cli/spendoptions.h"
#include "app/cli/terminal.h"
#include "app/composition.h"
#include "core/async/whendone.h"
#include "core/journal/journal.h"
#include "core/storage/mediastore.h"
#include "core/wording/wording.h"

#include <QTimer>

namespace lightwell {

using namespace Qt::StringLiterals;

GenerateCommand::GenerateCommand(Kind kind, QObject *parent)
    : Command(parent)
    , m_kind(kind)
{
}

QString GenerateCommand::name() const
{
    switch (m_kind) {
    case Kind::Edit:
        return u"edit"_s;
    case Kind::Upscale:
        return u"upscale"_s;
    case Kind::Vary:
        return u"vary"_s;
    case Kind::Cutout:
        return u"cutout"_s;
    case Kind::Vectorize:
        return u"vectorize"_s;
    case Kind::Generate:
        break;
    }
    return u"generate"_s;
}

QString GenerateCommand::summary() const
{
    switch (m_kind) {
    case Kind::Edit:
        return tr("Change pictures by words.");
    case Kind::Upscale:
        return tr("Make a picture larger.");
    case Kind::Vary:
        return tr("Make another picture like one.");
    case Kind::Cutout:
        return tr("Take the background of a picture away.");
    case Kind::Vectorize:
        return tr("Make a drawing (SVG) of a picture.");
    case Kind::Generate:
        break;
    }
    return tr("Make pictures with one model.");
}

Operation GenerateCommand::operation() const
{
    switch (m_kind) {
    case Kind::Upscale:
        return Operation::Upscale;
    case Kind::Vary:
        return Operation::Vary;
    case Kind::Cutout:
        return Operation::RemoveBackground;
    case Kind::Vectorize:
        return Operation::Vectorize;
    case Kind::Generate:
    case Kind::Edit:
        break;
    }
    return Operation::Create;
}

QString GenerateCommand::modelMissing() const
{
    const QString mode = m_kind == Kind::Edit ? u"image-edit"_s : modeFor(operation());
    return mode.isEmpty()
        ? tr("Name a model with --model. \"lightwell-cli models\" lists them.")
        : tr("Name a model with --model. \"lightwell-cli models --capability %1\" lists those that can do this.")
              .arg(mode);
}

void GenerateCommand::declare(QCommandLineParser &parser) const
{
    declareRequestOptions(parser, true, operation());
    declareSpendOptions(parser);
    parser.addOption(explainOption());
    parser.addOptions({
        {{u"o"_s, u"output"_s},
         tr("Where the picture goes: a file or a folder, or - for standard output."),
         u"FILE|DIR"_s},
        {u"force"_s, tr("Replace a file that is there already, without asking.")},
    });
}

qsizetype GenerateCommand::maxArguments(const QString &) const
{
    return 1;
}

void GenerateCommand::run(const QCommandLineParser &parser, Composition &app, Terminal &terminal)
{
    m_app = &app;
    m_terminal = &terminal;
    m_output = parser.value(u"output"_s);
    m_asJson = parser.isSet(u"json"_s);
    std::optional<Result<Request>> read = requestFromOptions(parser, terminal, operation());
    if (!read) {
        return; // interrupt() ends it
    }
    Result<Request> &request = *read;
    if (!request || request->model.isEmpty()) {
        conclude(*m_terminal, request ? modelMissing() : wording::sentence(request.error()), ExitUsage);
        return;
    }
    const Result<Origin> origin = originFromOptions(parser);
    if (!origin) {
        conclude(*m_terminal, wording::sentence(origin.error()), ExitUsage);
        return;
    }
    m_origin = *origin;
    if (m_kind == Kind::Edit && request->images.isEmpty()) {
        conclude(*m_terminal, tr("Name the picture to change with --image."), ExitUsage);
        return;
    }
    if (isToStandardOutput() && (request->n > 1 || m_asJson || Terminal::showsAPerson())) {
        conclude(*m_terminal,
                 Terminal::showsAPerson()
                     ? tr("-o - writes the bytes of the picture, which a terminal cannot show. Send them to a file or "
                          "a program.")
                     : tr("-o - writes one picture and nothing else: it takes neither -n nor --json."),
                 ExitUsage);
        return;
    }
    m_force = parser.isSet(u"force"_s);
    m_explains = parser.isSet(u"explain"_s);
    plan(*request, parser.isSet(u"format"_s));
}

bool GenerateCommand::isToStandardOutput() const
{
    return m_output == "-"_L1;
}

/// Before anything is paid for. False: it has ended.
bool GenerateCommand::findTarget(int pictures)
{
    if (isToStandardOutput()) {
        return true;
    }
    if (const Status ready = prepareTarget(m_output, pictures); !ready.ok()) {
        m_terminal->error(ready.error());
        Q_EMIT finished(ExitFailed);
        return false;
    }
    if (pictures > 1) {
        return true; // several are numbered, and take free names
    }
    const std::optional<Existing> existing = decideOnExisting(m_output, m_force, *m_terminal);
    if (!existing) {
        m_terminal->message(tr("Nothing was made."));
        Q_EMIT finished(ExitFailed);
        return false;
    }
    m_existing = *existing;
    return true;
}

/// The ending of the file's name is no wish to be strict about: where nobody makes that format by itself, the file gets
/// the picture's own ending.
void GenerateCommand::plan(const Request &request, bool namesFormat)
{
    const bool mayFreeFormat = request.strict && request.format && !namesFormat;
    const auto onRoute = [this, mayFreeFormat, asked = request](const Result<Route> &route, const QList<KeyState> &) {
        if (!route && route.error().code == "strict"_L1 && mayFreeFormat) {
            Request free = asked;
            free.format.reset();
            plan(free, true);
            return;
        }
        if (route && m_explains && !m_asJson) {
            m_terminal->messageTable(routeTable(*route), {0});
        }
        // Nobody is asked about a file for a picture that cannot be made: start() says why.
        if (!route || findTarget(asked.n)) {
            start(asked);
        }
    };
    m_app->engine().plan(request, this, onRoute);
}

void GenerateCommand::start(const Request &request)
{
    m_leftovers = new Leftovers(m_app->engine(), *m_terminal, this);
    m_leftovers->takeUp();
    auto *slow = new QTimer(this); // a key is exchanged for a token, for instance
    slow->setSingleShot(true);
    connect(slow, &QTimer::timeout, this, [this] { m_terminal->progress(tr("Asking the provider…")); });
    slow->start(std::chrono::seconds(1));
    m_running = m_app->engine().generate(
        request, m_origin, this,
        [this, slow](const Generation &generation) {
            slow->stop();
            ended(generation);
        },
        [this, slow](const Progress &progress) {
            slow->stop();
            m_terminal->progress(progressText(progress));
        });
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

/// The first picture; further ones, which nobody asked for, are named.
Result<QStringList> GenerateCommand::writeOut(const Generation &generation)
{
    for (const Picture &picture : generation.pictures.mid(0, 1)) {
        const Result<QByteArray> bytes = MediaStore::bytesOf(picture);
        if (!bytes) {
            return bytes.error();
        }
        m_terminal->printBytes(*bytes);
    }
    for (qsizetype index = m_terminal->isOutputLost() ? 0 : 1; index < generation.pictures.size(); ++index) {
        m_terminal->message(tr("Kept in Lightwell's own folder: %1").arg(generation.pictures.at(index).path));
    }
    return QStringList();
}

void GenerateCommand::ended(const Generation &generation)
{
    const Result<QStringList> files =
        isToStandardOutput() ? writeOut(generation) : copyPictures(generation, m_output, m_existing);
    if (generation.error && generation.error->code == QLatin1StringView(bookingOwedCode)) {
        m_terminal->message(
            files && !files->isEmpty()
                ? tr("The picture is there: %1. What it cost is not written down yet…").arg(files->join(u", "_s))
                : tr("The request has ended. What it cost is not written down yet…"));
    }
    whenDone(m_app->journal().writeOwed(), this, [this, generation, files](const Status &written) {
        Generation told = generation;
        noteBooking(told, written);
        tellOutcome(told, files, m_asJson, *m_terminal);
        m_code = files ? exitCodeFor(told) : ExitFailed;
        m_leftovers->finish([this] { Q_EMIT finished(m_code); });
    });
}

} // namespace lightwell
