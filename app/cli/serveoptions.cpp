// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/serveoptions.h"

#include "app/cli/inheritedsocket.h"
#include "core/gateway/allowlist.h"
#include "core/gateway/givenkey.h"
#include "core/gateway/tls/ownidentity.h"
#include "core/net/hostrules.h"
#include "core/storage/paths.h"
#include "core/storage/settings.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(lightwell::ServeCommand)
};

Error wrong(const QString &message)
{
    return notSent(ErrorKind::Invalid, message);
}

/// As programs are told a base address; "/v1" follows where it does not end so.
Result<QUrl> readPublicUrl(const QString &text)
{
    QUrl url(text.trimmed(), QUrl::StrictMode);
    const bool isWeb = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
    if (!url.isValid() || !isWeb || url.host().isEmpty() || url.hasQuery() || url.hasFragment()
        || !url.userInfo().isEmpty()) {
        return wrong(
            Text::tr("--public-url is the address programs use, like https://pictures.example/v1; \"%1\" is none.")
                .arg(text));
    }
    QString path = url.path();
    while (path.endsWith(u'/')) {
        path.chop(1);
    }
    url.setPath(path.endsWith("/v1"_L1) ? path : path + "/v1"_L1);
    return url;
}

/// Nothing: calls are not encrypted.
Result<std::optional<TlsIdentity>> readIdentity(const QCommandLineParser &parser, const Paths &paths,
                                                const QStringList &hosts)
{
    const QString certificate = parser.value(u"tls-certificate"_s);
    const QString key = parser.value(u"tls-key"_s);
    const bool isGiven = parser.isSet(u"tls-certificate"_s);
    if (parser.isSet(u"tls-key"_s) && !isGiven) {
        return wrong(Text::tr("--tls-key needs --tls-certificate: the certificate it belongs to."));
    }
    if (parser.isSet(u"tls"_s) && isGiven) {
        return wrong(Text::tr("--tls makes a certificate: leave it out beside --tls-certificate."));
    }
    if (!parser.isSet(u"tls"_s) && !isGiven) {
        return std::optional<TlsIdentity>();
    }
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const Result<TlsIdentity> identity = isGiven ? readTlsIdentity(certificate, key.isEmpty() ? certificate : key, now)
                                                 : ownTlsIdentity(paths, now, hosts);
    return identity ? Result<std::optional<TlsIdentity>>(std::optional(*identity)) : identity.error();
}

Result<AnswerDefaults> readAnswerDefaults(const QCommandLineParser &parser, const Settings &settings)
{
    AnswerDefaults defaults;
    if (parser.isSet(u"replay"_s)) {
        const std::optional<ReplayMode> mode = replayModeFromName(parser.value(u"replay"_s));
        if (!mode) {
            return wrong(Text::tr("--replay is one of %1; \"%2\" is none.")
                             .arg(replayModeNames().join(u", "_s), parser.value(u"replay"_s)));
        }
        defaults.replay = *mode;
    }
    bool isNumber = true;
    const int seconds = parser.isSet(u"cache"_s) ? parser.value(u"cache"_s).toInt(&isNumber)
                                                 : settings.toInt(Setting::GatewayCacheSeconds);
    if (!isNumber || seconds < 0 || seconds > answerlimits::longestCache.count()) {
        return wrong(Text::tr("--cache is a number of seconds up to %1; 0 is off.")
                         .arg(qint64(answerlimits::longestCache.count())));
    }
    defaults.cache = std::chrono::seconds(seconds);
    defaults.coalesces = parser.isSet(u"coalesce"_s) || settings.toBool(Setting::GatewayCoalesce);
    return defaults;
}

} // namespace

void declareServeOptions(QCommandLineParser &parser)
{
    parser.addOptions({
        {u"address"_s,
         Text::tr("The address to listen on: an IP address of this computer; 127.0.0.1 (localhost) by default."),
         u"ADDRESS"_s},
        {u"port"_s, Text::tr("The port; 4747 by default, 0 picks a free one."), u"PORT"_s},
        {u"key"_s,
         Text::tr("A key for clients, for this run only, instead of the one made on the first start. The environment "
                  "variable LIGHTWELL_GATEWAY_KEY does the same and is not seen in lists of processes."),
         u"KEY"_s},
        {u"allow-host"_s,
         Text::tr("A name of this computer that programs may use, like studio.lan. Several are separated by commas."),
         u"NAME"_s},
        {u"allow-origin"_s,
         Text::tr("The origin of a web page that may use the gateway. Several are separated by commas."), u"ORIGIN"_s},
        {u"public-url"_s,
         Text::tr(
             "The address under which programs reach the gateway through a proxy: links to pictures begin with it."),
         u"URL"_s},
        {u"allow-webhook"_s,
         Text::tr("A host of your own network that webhooks may reach, also without TLS, like build.lan:9000. Several "
                  "are separated by commas."),
         u"HOST"_s},
        {u"replay"_s,
         Text::tr("What becomes of calls that do not say it themselves (X-Lightwell-Replay): off, record, "
                  "replay-or-mock, replay-or-error, replay-or-live, replay-or-record or mock. With mock, "
                  "replay-or-mock and replay-or-error nothing is paid for."),
         u"MODE"_s},
        {u"cache"_s,
         Text::tr("For how many seconds the answer to a call with a seed is good for equal calls; 0 is off."),
         u"SECONDS"_s},
        {u"coalesce"_s, Text::tr("Pay once for equal calls of one client that run at the same time.")},
        {u"store-responses"_s,
         Text::tr("Keep answers of /v1/responses for 30 days, so that programs can go on with them "
                  "(previous_response_id), and those of chats and embeddings for two days, so that a call that is "
                  "repeated after a restart is told again. Their words and pictures then lie on this disk.")},
        {u"no-auth"_s, Text::tr("Ask for no key. Only on an address of this computer.")},
        {u"tls"_s,
         Text::tr("Encrypt calls, with a certificate that is made for this computer. Its fingerprint is shown.")},
        {u"tls-certificate"_s, Text::tr("Encrypt calls, with this certificate of yours (PEM)."), u"FILE"_s},
        {u"tls-key"_s, Text::tr("Its key (PEM), where that does not lie in the same file."), u"FILE"_s},
    });
}

Result<GatewayOptions> readServeOptions(const QCommandLineParser &parser, const Settings &settings, const Paths &paths)
{
    GatewayOptions options;
    options.maxConnections = settings.toInt(Setting::GatewayConnections);
    options.tellsPrompts = settings.toBool(Setting::GatewayLogPrompts);
    options.storesResponses = parser.isSet(u"store-responses"_s) || settings.toBool(Setting::GatewayStoresResponses);
    if (!parser.positionalArguments().isEmpty()) {
        return wrong(Text::tr("serve takes options only, not \"%1\".").arg(parser.positionalArguments().first()));
    }
    bool isNumber = true;
    const uint port = parser.isSet(u"port"_s) ? parser.value(u"port"_s).toUInt(&isNumber) : options.port;
    if (!isNumber || port > 65535) {
        return wrong(Text::tr("--port is a number up to 65535."));
    }
    options.port = static_cast<quint16>(port);
    const QString address = parser.value(u"address"_s);
    if (isLoopbackHost(address) && literalAddress(address).isNull()) {
        options.address = QHostAddress(QHostAddress::LocalHost);
    } else if (parser.isSet(u"address"_s) && !options.address.setAddress(address)) {
        return wrong(
            Text::tr("--address is localhost or an IP address of this computer, like 127.0.0.1; \"%1\" is neither.")
                .arg(address));
    }
    const Result<std::optional<InheritedSocket>> inherited = takeInheritedSocket();
    if (!inherited) {
        return inherited.error();
    }
    if (*inherited) {
        if (parser.isSet(u"port"_s) || parser.isSet(u"address"_s)) {
            return wrong(Text::tr("Whoever started Lightwell has opened its socket: leave out --address and --port."));
        }
        options.inheritedSocket = (*inherited)->descriptor;
        options.address = (*inherited)->address;
        options.port = (*inherited)->port;
    }
    options.requireKey = !parser.isSet(u"no-auth"_s);
    if (!options.requireKey && parser.isSet(u"key"_s)) {
        return wrong(Text::tr("--key and --no-auth exclude each other."));
    }
    if (const Status open = options.requireKey ? Status(Success()) : givenkey::checkNone(options.address); !open) {
        return open.error();
    }
    options.givenKey = parser.isSet(u"key"_s) ? parser.value(u"key"_s).toUtf8() : qgetenv("LIGHTWELL_GATEWAY_KEY");
    if (!options.requireKey) {
        options.givenKey.clear();
    }
    if (parser.isSet(u"key"_s) || !options.givenKey.isEmpty()) {
        if (const Status checked = givenkey::check(options.givenKey, options.address); !checked) {
            return checked.error();
        }
    }
    const Result<QStringList> origins = allowlist::readOrigins(parser.value(u"allow-origin"_s));
    const Result<QStringList> hosts = allowlist::readHosts(parser.value(u"allow-host"_s));
    const Result<QStringList> webhooks = allowlist::readHosts(parser.value(u"allow-webhook"_s));
    for (const Result<QStringList> &list : {origins, hosts, webhooks}) {
        if (!list) {
            return list.error();
        }
    }
    options.webhookHosts = *webhooks;
    if (parser.isSet(u"public-url"_s)) {
        const Result<QUrl> url = readPublicUrl(parser.value(u"public-url"_s));
        if (!url) {
            return url.error();
        }
        options.publicUrl = *url;
    }
    const Result<AnswerDefaults> answers = readAnswerDefaults(parser, settings);
    if (!answers) {
        return answers.error();
    }
    options.answers = *answers;
    options.allowedOrigins = settings.toStringList(Setting::GatewayOrigins) + *origins;
    options.allowedHosts = settings.toStringList(Setting::GatewayHosts) + *hosts;
    const Result<std::optional<TlsIdentity>> identity = readIdentity(parser, paths, options.allowedHosts);
    if (!identity) {
        return identity.error();
    }
    options.tls = *identity;
    return options;
}

} // namespace lightwell
