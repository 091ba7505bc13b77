# Not built where this was written: there was no Docker engine. Every line below it runs is also run by
# the tests on the same Node, but the image itself is untried.
FROM node:24-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# No development packages, and none of the optional ones: no embedded PostgreSQL, no Node of npm's.
RUN npm ci --omit=dev --omit=optional --ignore-scripts

FROM node:24-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=packages /app/node_modules ./node_modules
COPY package.json manifest.yml ./
COPY src ./src
COPY recipes ./recipes
COPY catalogue ./catalogue
USER node
EXPOSE 3000
# The port is slack.port of the configuration file; set HEALTH_PORT where it is not 3000.
HEALTHCHECK --interval=30s --timeout=3s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.HEALTH_PORT ?? 3000}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "-r", "./src/check-node.cjs", "src/main.ts"]
