// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/doctor.h"

#include "app/cli/report.h"
#include "app/cli/terminal.h"
#include "app/composition.h"
#include "core/async/whendone.h"
#include "core/media/codec.h"
#include "core/secrets/vault.h"
#include "core/storage/keptaside.h"
#include "core/wording/wording.h"
#include "providers/sketchbook/painting.h"

#include <QStorageInfo>
#include <QTemporaryFile>

namespace lightwell {

using namespace Qt::StringLiterals;

QString DoctorCommand::name() const
{
    return u"doctor"_s;
}

QString DoctorCommand::summary() const
{
    return tr("Check that everything Lightwell needs is there.");
}

void DoctorCommand::declare(QCommandLineParser &parser) const
{
    parser.addOption({u"json"_s, tr("Print JSON for programs.")});
    parser.addOption({u"repair"_s,
                      tr("Link pictures again that lie elsewhere in the media folder than the books say. Nothing is "
                         "deleted.")});
    parser.addOption(
        {u"local"_s, tr("Look for local engines on their usual ports; their models are listed from then on.")});
    parser.addOption({u"use-addresses"_s,
                      tr("With --local: ask an engine where it was found, where its usual address does not answer.")});
}

void DoctorCommand::run(const QCommandLineParser &parser, Composition &app, Terminal &terminal)
{
    m_app = &app;
    m_looksForEngines = parser.isSet(u"local"_s);
    m_repairs = parser.isSet(u"repair"_s);
    m_takesAddresses = parser.isSet(u"use-addresses"_s);
    if (m_takesAddresses && !m_looksForEngines) {
        Command::conclude(terminal, tr("--use-addresses says what becomes of what --local finds. Give both."),
                          ExitUsage);
        return;
    }
    begin(parser, app.paths(), terminal);
    if (const Reason damaged = app.settings().trouble(); !damaged.isEmpty()) {
        add(tr("settings"), Verdict::Bad, wording::sentence(damaged), damaged.code);
    }
    for (const QString &warning : app.storageWarnings()) {
        add(tr("storage"), Verdict::Note, warning, u"storage"_s);
    }
    checkCatalog();
    checkKeys();
}

void DoctorCommand::runWithout(const QCommandLineParser &parser, const Paths &paths, const Error &reason,
                               Terminal &terminal)
{
    begin(parser, paths, terminal);
    add(tr("storage"), Verdict::Bad, wording::sentence(reason));
    conclude();
}

void DoctorCommand::begin(const QCommandLineParser &parser, const Paths &paths, Terminal &terminal)
{
    m_terminal = &terminal;
    m_asJson = parser.isSet(u"json"_s);
    add(tr("version"), Verdict::Good,
        tr("Lightwell %1, Qt %2").arg(QStringLiteral(LIGHTWELL_VERSION), QString::fromLatin1(qVersion())));
    checkFolders(paths);
    checkVault(paths);
    checkFormats();
}

void DoctorCommand::add(const QString &what, Verdict verdict, const QString &detail, const QString &code)
{
    static const QStringList names {u"ok"_s, u"note"_s, u"problem"_s};
    const QString &word = names.at(static_cast<int>(verdict));
    m_good = m_good && verdict != Verdict::Bad;
    QJsonObject entry {{"check"_L1, what}, {"verdict"_L1, word}, {"detail"_L1, detail}};
    if (!code.isEmpty()) {
        entry.insert("code"_L1, code);
    }
    m_report.append(entry);
    if (!m_asJson) {
        m_terminal->print(u"%1  %2: %3"_s.arg(word.leftJustified(7), what, detail));
    }
}

void DoctorCommand::checkFolders(const Paths &paths)
{
    if (!paths.known()) {
        return; // told as the reason why nothing goes on
    }
    QStringList folders {paths.config, paths.data, paths.mediaFolder()};
    folders.removeDuplicates();
    for (const QString &folder : std::as_const(folders)) {
        QTemporaryFile probe(folder + u"/.probe-XXXXXX"_s);
        const bool writable = probe.open();
        const double free = static_cast<double>(QStorageInfo(folder).bytesAvailable()) / 1e9;
        add(folder,
            !writable      ? Verdict::Bad
                : free < 1 ? Verdict::Note
                           : Verdict::Good,
            writable ? tr("writable, %1 GB free").arg(free, 0, 'f', 1)
                     : tr("cannot be written. Give this user the right to, or set LIGHTWELL_HOME to another folder."));
    }
    folders = {paths.config, paths.data};
    folders.removeDuplicates();
    for (const QString &folder : std::as_const(folders)) {
        const QStringList kept = filesKeptAside(folder);
        for (const QString &file : kept) {
            add(file, Verdict::Note, tr("a damaged file, kept aside. Remove it when you do not need it any more."),
                u"kept_aside"_s);
        }
    }
    const QList<HomeFinding> findings = checkHome(paths);
    for (const HomeFinding &found : findings) {
        const bool isRefused = found.severity == HomeFinding::Severity::Refused;
        add(found.path, isRefused ? Verdict::Bad : Verdict::Note, wording::sentence(found.reason), found.code);
    }
}

void DoctorCommand::checkVault(const Paths &paths)
{
    const std::optional<Vault::Cost> cost = Vault::costOf(paths.secretsFile());
    if (!cost) {
        return;
    }
    const Vault::Cost wanted;
    const bool isWeak = cost->operations < wanted.operations || cost->memory < wanted.memory;
    constexpr quint64 mebi = 1024LL * 1024;
    const QString parameters = tr("Argon2id with %1 passes and %2 MiB").arg(cost->operations).arg(cost->memory / mebi);
    add(tr("key file"), isWeak ? Verdict::Note : Verdict::Good,
        isWeak ? tr("%1, which is little; it is made stronger when it is unlocked next").arg(parameters) : parameters,
        isWeak ? u"weak_vault"_s : QString());
    if (VaultWitness::sawOlder(paths.secretsWitnessFile())) {
        add(tr("key file"), Verdict::Note,
            tr("it is older than the one that was written last: somebody put a copy of it back. Look through your "
               "keys; "
               "the next one you set or remove accepts the file as it is."),
            u"older_vault"_s);
    }
}

void DoctorCommand::checkCatalog()
{
    for (const QString &warning : m_app->catalogWarnings()) {
        add(tr("catalog"), Verdict::Bad, warning, u"catalog_left_out"_s);
    }
    const Catalog &catalog = m_app->catalog();
    const QString models = tr("%1 models").arg(catalog.models().size());
    const auto leftOut = static_cast<int>(catalog.leftOut());
    add(tr("catalog"), m_app->catalogWarnings().isEmpty() ? Verdict::Good : Verdict::Bad,
        leftOut > 0 ? tr("%1; %n entries of your own catalog are left out", nullptr, leftOut).arg(models) : models);
}

void DoctorCommand::checkFormats()
{
    QImage image(16, 16, QImage::Format_RGB32);
    image.fill(Qt::darkYellow);
    QStringList good;
    for (const ImageFormat format : deliverableFormats()) {
        EncodeOptions options;
        options.format = format;
        const Result<QByteArray> bytes = encodeImage(image, options);
        const bool works = bytes && decodeImage(*bytes).ok();
        if (works) {
            good.append(formatLabel(format));
        } else {
            add(formatLabel(format), Verdict::Bad, tr("cannot be written and read back. Install its library."));
        }
    }
    add(tr("formats"), Verdict::Good, good.join(u", "_s));
}

void DoctorCommand::checkKeys()
{
    m_app->keyring().place(this, [this](KeySource place, SecretState, const Reason &says) {
        add(tr("keychain"), place == KeySource::Keychain ? Verdict::Good : Verdict::Note,
            place == KeySource::Keychain
                ? tr("new keys are kept there")
                : tr("not usable (%1); keys can be kept in an encrypted file or come from the environment")
                      .arg(wording::sentence(says)));
        m_app->keyring().states(this, [this](const QList<KeyState> &states) {
            QStringList having;
            bool isLocked = false;
            for (const KeyState &state : states) {
                isLocked = isLocked || (state.source == KeySource::None && state.store == SecretState::Locked);
                if (state.source != KeySource::None && state.source != KeySource::NotNeeded) {
                    having.append(state.provider);
                }
            }
            if (!having.isEmpty() || !isLocked) {
                add(tr("keys"), having.isEmpty() ? Verdict::Note : Verdict::Good,
                    having.isEmpty() ? tr("none yet; the built-in models work without. \"keys set PROVIDER\" adds one.")
                                     : having.join(u", "_s));
            }
            if (isLocked) {
                add(tr("keys"), Verdict::Note,
                    tr("their place is locked, and what is in it cannot be seen. Unlock the keychain or, for the "
                       "encrypted file, set LIGHTWELL_PASSPHRASE to its passphrase."),
                    u"keys_locked"_s);
            }
            checkMoney();
        });
    });
}

void DoctorCommand::checkMoney()
{
    whenDone(m_app->ledger().usage({}), this, [this](const Result<Usage> &usage) {
        if (!usage) {
            add(tr("ledger"), Verdict::Bad, wording::sentence(usage.error()));
            checkPictures();
            return;
        }
        const bool open = usage->reserved.microsOr(0) > 0;
        add(tr("ledger"), open ? Verdict::Note : Verdict::Good,
            open ? tr("%1 reserved for requests that run or may have been billed; \"requests\" shows them")
                       .arg(sumText(usage->reserved))
                 : tr("nothing reserved"));
        checkInterrupted();
    });
}

void DoctorCommand::checkInterrupted()
{
    whenDone(m_app->journal().interrupted(), this, [this](const Result<QList<Journal::Interrupted>> &requests) {
        if (!requests) {
            add(tr("requests"), Verdict::Bad, wording::sentence(requests.error()));
        } else {
            tellInterrupted(*requests);
        }
        checkWaiting();
    });
}

/// Only what a vendor has a job of can be fetched; and the command line takes up what was asked for there alone.
void DoctorCommand::tellInterrupted(const QList<Journal::Interrupted> &requests)
{
    QStringList here;
    QStringList elsewhere;
    QStringList lost;
    for (const Journal::Interrupted &request : requests) {
        const bool isOurs = request.origin == Origin::Kind::CommandLine;
        (!request.hasJob ? lost : isOurs ? here : elsewhere).append(request.id);
    }
    const auto tell = [this](const QStringList &ids, const QString &detail) {
        if (!ids.isEmpty()) {
            add(tr("requests"), Verdict::Note, detail.arg(ids.join(u", "_s)));
        }
    };
    tell(here,
         tr("interrupted, because the program that asked is gone: %1. The next \"generate\", \"compare\" or \"serve\", "
            "or the window, fetches what was paid for."));
    tell(
        elsewhere,
        tr("interrupted, because the program that asked is gone: %1. The window or \"serve\" fetches what was paid for "
           "when it starts next."));
    tell(lost,
         tr("interrupted, because the program that asked is gone: %1. The vendor gave no job to ask for, so there is "
            "nothing to fetch. What may have been billed stays reserved until \"requests settle ID\" says what it "
            "cost."));
}

void DoctorCommand::addWaiting(const QStringList &ids, const QString &code, const QString &detail)
{
    if (ids.isEmpty()) {
        return;
    }
    constexpr qsizetype shown = 10;
    QString names = ids.mid(0, shown).join(u", "_s);
    if (ids.size() > shown) {
        names += u", …"_s;
    }
    add(tr("ledger"), Verdict::Note, detail.arg(names), code);
}

void DoctorCommand::checkWaiting()
{
    const auto asking = m_app->journal().waiting(QDateTime::currentDateTimeUtc());
    whenDone(asking, this, [this](const Result<Journal::Waiting> &waiting) {
        if (!waiting) {
            add(tr("ledger"), Verdict::Bad, wording::sentence(waiting.error()));
        } else {
            addWaiting(
                waiting->unknownCost, u"unknown_cost"_s,
                tr("made, but at no cost that is known or can be believed: %1. \"requests settle ID\" takes down "
                   "what the vendor's own page says."));
            addWaiting(waiting->questionedBills, u"questioned_bill"_s,
                       tr("billed at more than ten times the estimate, and booked so: %1. Look them up at the vendor; "
                          "\"requests settle ID\" takes down what its own page says."));
            addWaiting(waiting->lostGenerations, u"lost_record"_s,
                       tr("open in the ledger, but their record is gone: %1. \"requests settle ID\" takes down what "
                          "they cost."));
            addWaiting(waiting->lostEntries, u"lost_entry"_s,
                       tr("their end is not known, and the ledger has nothing about them: %1. \"requests settle ID\" "
                          "enters what they cost."));
            addWaiting(waiting->fromTheFuture, u"future"_s,
                       tr("entered for a day that has not come yet, because a clock was wrong; they count in the "
                          "budgets of that day, and in those for all time: %1."));
        }
        checkPictures();
    });
}

/// Without a request: nothing of it stays in the history or among the pictures. Nobody else waits for this thread.
void DoctorCommand::checkPainting()
{
    sketchbook::Order order;
    order.style = sketchbook::Style::Pattern;
    order.prompt = u"doctor"_s;
    order.size = QSize(512, 512);
    EncodeOptions options;
    options.format = order.format;
    const Result<QByteArray> bytes = encodeImage(sketchbook::paint(order, 1), options);
    const bool made = bytes && decodeImage(*bytes).ok();
    add(tr("a test picture"), made ? Verdict::Good : Verdict::Bad,
        made ? tr("made by the built-in painter") : tr("the built-in painter cannot make one."));
    checkPlanning();
}

/// A dry run, as before each paid call.
void DoctorCommand::checkPlanning()
{
    Request request;
    request.model = u"sketchbook-pattern"_s;
    request.prompt = u"doctor"_s;
    m_app->engine().plan(request, this, [this](const Result<Route> &route, const QList<KeyState> &) {
        add(tr("a dry run"), route ? Verdict::Good : Verdict::Bad,
            route ? tr("planned at no cost") : wording::sentence(route.error()));
        checkEngines();
    });
}

void DoctorCommand::conclude()
{
    if (m_asJson) {
        QJsonObject report {{"ok"_L1, m_good}, {"checks"_L1, m_report}};
        if (m_looksForEngines) {
            report.insert("engines"_L1, m_engines);
        }
        m_terminal->printJson(report);
    }
    Q_EMIT finished(m_good ? ExitDone : ExitFailed);
}

} // namespace lightwell
