// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Lives with the program for a while and leaves the home behind: history of every kind, a job that runs on at the
// vendor, budgets, clients, settings, own models, encrypted keys. What the program says of it lies beside it in
// expected.json; later programs must say the same.
#include "tests/cli/cliprogram.h"
#include "tests/standins/fal.h"
#include "tests/standins/openai.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTest>

using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 60'000;

[[noreturn]] void giveUp(const QString &what)
{
    qFatal("%s", qPrintable(what));
}

void writeFile(const QString &path, const QByteArray &content)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()) {
        giveUp(u"Cannot write "_s + path);
    }
}

/// Without what another day changes.
QJsonArray lasting(const QJsonArray &budgets)
{
    QJsonArray result;
    for (const QJsonValue &entry : budgets) {
        QJsonObject budget = entry.toObject();
        if (budget[u"period"].toString() != "total"_L1) {
            for (const QString &name : {u"spent"_s, u"reserved"_s, u"left"_s}) {
                budget.remove(name);
            }
        }
        result.append(budget);
    }
    return result;
}

class Life
{
public:
    Life()
    {
        m_cli.setVariable(u"FAL_KEY"_s, QString::fromLatin1(FalStandIn::key()));
        m_cli.setVariable(u"OPENAI_API_KEY"_s, QString::fromLatin1(OpenAiStandIn::key()));
        m_cli.setVariable(u"LIGHTWELL_FAL_BASE_URL"_s, m_fal.baseUrl().toString());
        m_cli.setVariable(u"LIGHTWELL_OPENAI_BASE_URL"_s, m_openai.baseUrl().toString());
        m_cli.setVariable(u"LIGHTWELL_PASSPHRASE"_s, u"paper boat"_s);
    }

    void live()
    {
        configure();
        budgets();
        history();
        gateway();
        dieAtWork(); // the last, so that nobody takes it up
    }

    [[nodiscard]] QString home() const { return m_cli.home(); }

    [[nodiscard]] QJsonObject said()
    {
        return {{u"requests"_s, must({u"requests"_s, u"--json"_s}).array()},
                {u"usage"_s, must({u"usage"_s, u"--json"_s}).object()},
                {u"budgets"_s, lasting(must({u"budget"_s, u"list"_s, u"--json"_s}).array())},
                {u"clients"_s, must({u"clients"_s, u"list"_s, u"--json"_s}).array()},
                {u"fal"_s, m_fal.baseUrl().toString()}};
    }

private:
    /// While it runs, the vendors, which live on this thread, can answer.
    CliResult run(const QStringList &arguments)
    {
        const std::unique_ptr<QProcess> process = m_cli.start(arguments);
        process->closeWriteChannel();
        if (!QTest::qWaitFor([&process] { return process->state() == QProcess::NotRunning; }, patienceMs)) {
            giveUp(u"No end: "_s + arguments.join(u' '));
        }
        return {process->exitCode(), process->readAllStandardOutput(), process->readAllStandardError()};
    }

    QJsonDocument must(const QStringList &arguments, int exitCode = 0)
    {
        const CliResult result = run(arguments);
        if (result.exitCode != exitCode) {
            giveUp(arguments.join(u' ') + u": "_s + QString::fromUtf8(result.err));
        }
        return result.json();
    }

    QStringList generate(const QString &prompt, const QString &model, const QStringList &more = {}) const
    {
        return QStringList {u"generate"_s, prompt, u"--model"_s, model, u"-o"_s, m_cli.path(u"out/"_s)} + more;
    }

    void configure()
    {
        writeFile(home() + u"/settings.ini"_s,
                  "[engine]\nrequest_timeout_seconds=432\nprovider_order=fal, openai\n"
                  "[gateway]\nport=4799\norigins=https://app.example\nhosts=studio.lan\n"
                  "[window]\ntheme=dark\n");
        writeFile(home() + u"/catalog.json"_s, R"({
  "models": [{
    "slug": "home-made", "name": "Home Made",
    "offers": [{
      "provider": "fal", "provider_model": "fal-ai/home-made", "modes": ["text-to-image"],
      "sizes": { "kind": "range", "multiple_of": 16, "max_side": 2048 }, "formats": ["png"],
      "fields": { "prompt": "prompt", "size": "image_size" }, "wire": { "sizeAs": "object" },
      "prices": [{ "unit": "image", "usd": 0.02 }], "price_source": "https://example.com/prices", "price_date": "2026-11"
    }]
  }]
}
)");
        const CliResult kept = m_cli.run({u"keys"_s, u"set"_s, u"replicate"_s}, "r8_kept_in_the_file\n");
        if (kept.exitCode != 0) {
            giveUp(QString::fromUtf8(kept.err));
        }
    }

    void budgets()
    {
        must({u"budget"_s, u"set"_s, u"20"_s, u"--period"_s, u"month"_s});
        must({u"budget"_s, u"set"_s, u"7.25"_s, u"--period"_s, u"total"_s, u"--provider"_s, u"fal"_s});
        must({u"clients"_s, u"add"_s, u"notes"_s, u"--budget"_s, u"3"_s, u"--period"_s, u"day"_s, u"--models"_s,
              u"flux*,gpt-image-2"_s, u"--rate"_s, u"30"_s, u"--expires"_s, u"2999-01-31"_s});
        must({u"clients"_s, u"add"_s, u"old phone"_s});
        must({u"clients"_s, u"revoke"_s, u"old phone"_s});
    }

    void history()
    {
        must(generate(u"a lighthouse"_s, u"sketchbook-pattern"_s, {u"--size"_s, u"64x64"_s, u"--seed"_s, u"7"_s}));
        must(generate(u"two boats"_s, u"fal/flux-2-pro"_s, {u"--size"_s, u"64x64"_s, u"--n"_s, u"2"_s}));
        const QString boat = m_cli.path(u"boat.png"_s);
        must(
            {u"generate"_s, u"a boat"_s, u"--model"_s, u"sketchbook-poster"_s, u"--size"_s, u"64x64"_s, u"-o"_s, boat});
        must(generate(u"the boat at night"_s, u"openai/gpt-image-1-mini"_s, {u"--image"_s, boat}));
        m_openai.script(u"generation"_s, Reply::drop()); // gone after it was sent: nobody knows whether it is billed
        must(generate(u"lost"_s, u"openai/gpt-image-1-mini"_s), 1);
        m_openai.script(u"generation"_s,
                        Reply::json({{u"error"_s,
                                      QJsonObject {{u"message"_s, u"Incorrect API key provided."_s},
                                                   {u"type"_s, u"invalid_request_error"_s},
                                                   {u"code"_s, u"invalid_api_key"_s}}}},
                                    401));
        must(generate(u"refused"_s, u"openai/gpt-image-1-mini"_s), 1);
    }

    void gateway()
    {
        const std::unique_ptr<QProcess> process = m_cli.start({u"serve"_s, u"--port"_s, u"0"_s});
        if (!QTest::qWaitFor([&process] { return process->canReadLine(); }, patienceMs)) {
            giveUp(u"The gateway does not start."_s);
        }
        const QJsonObject ready = QJsonDocument::fromJson(process->readLine()).object();
        QNetworkAccessManager network;
        QNetworkRequest request(QUrl(ready[u"url"].toString() + u"/images/generations"_s));
        request.setRawHeader("Authorization", "Bearer " + ready[u"key"].toString().toLatin1());
        request.setRawHeader("Content-Type", "application/json");
        request.setRawHeader("Idempotency-Key", "once");
        const std::unique_ptr<QNetworkReply> reply(
            network.post(request, R"({"model":"fal/flux-2-pro","prompt":"a kite","size":"64x64"})"));
        if (!QTest::qWaitFor([&reply] { return reply->isFinished(); }, patienceMs) || reply->error()) {
            giveUp(u"The gateway does not answer: "_s + QString::fromUtf8(reply->readAll()));
        }
        process->terminate();
        if (!QTest::qWaitFor([&process] { return process->state() == QProcess::NotRunning; }, patienceMs)) {
            giveUp(u"The gateway does not end."_s);
        }
    }

    void dieAtWork()
    {
        m_fal.setPolls(1000);
        const auto before = m_fal.calls().size();
        const std::unique_ptr<QProcess> process =
            m_cli.start(generate(u"still painting"_s, u"fal/flux-2-pro"_s, {u"--size"_s, u"64x64"_s}));
        if (!QTest::qWaitFor([this, before] { return m_fal.calls().size() > before + 2; }, patienceMs)) {
            giveUp(u"The job does not begin."_s);
        }
        process->kill();
        process->waitForFinished(patienceMs);
    }

    FalStandIn m_fal;
    OpenAiStandIn m_openai;
    CliProgram m_cli;
};

/// All of it but what only a running program needs.
void copyHome(const QString &from, const QString &to)
{
    QDirIterator walk(from, QDir::Files, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        const QString name = QDir(from).relativeFilePath(walk.next());
        if (name.startsWith("logs/"_L1) || name.startsWith("running/"_L1)) {
            continue;
        }
        QFile file(walk.filePath());
        if (!file.open(QIODevice::ReadOnly)) {
            giveUp(u"Cannot read "_s + name);
        }
        writeFile(to + u'/' + name, file.readAll());
    }
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    if (argc != 2 || QFileInfo::exists(QString::fromLocal8Bit(argv[1]) + u"/expected.json"_s)) {
        std::fprintf(stderr, "Usage: %s FOLDER, which has no home yet\n", argv[0]);
        return 2;
    }
    const QString folder = QString::fromLocal8Bit(argv[1]);
    Life life;
    life.live();
    const QJsonObject said = life.said(); // with a clean end, so that all is in the one file
    copyHome(life.home(), folder + u"/home"_s);
    writeFile(folder + u"/expected.json"_s, QJsonDocument(said).toJson());
    return 0;
}
